/** The few constants of the site. Everything else is content. */
export const site = {
  name: '紫卡续费指南',
  title: '美国 Ultra 紫卡怎么续费才不丢号',
  description: '美国 Ultra Mobile PayGo（紫卡）怎么续费：扣款日那天钱包里至少有 $3。步骤、故障、停机后最晚哪天补，逐条核对来源。',
  language: 'zh-CN',
  independence: '本站是独立整理的续费指南，与 Ultra Mobile 没有任何关系，不卖卡，不代充，也不留联系方式。',
  /** For browser toolbars, cards and icons. Pages have their own in styles/tokens.css, with the same paper. */
  colours: { violet: '#3b1a6b', bright: '#b48cf0', paper: '#fbfbfd', paperInTheDark: '#120f17' },
  /** Days after which a review is too old to rely on, and the chapter is marked 待复核. */
  reviewPeriod: 180,
  /** Whether readers' devices keep the guide for offline use. If false, the worker removes its copies and itself. */
  offline: true,
  /** Proves to search engines that a submission comes from this site (indexnow.org); public, served as a file of this name. */
  indexNowKey: '8f2c6b1de94a4f0b9a7d53c0e1b76a42',
} as const;
