import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findAccounts } from './accounts.ts';

/** Texts that name an account, each beside the ordinary one that it becomes with a word or a sign more or less. */
const pairs: [account: string, ordinary: string][] = [
  // A word behind the name of a service: coined, asked for, or after a colon.
  ['微信 ultrahelp', '微信 Ultrahelp'],
  ['微信 abcd', '微信 abc'],
  ['微信 ab_c', '微信 a_c'],
  ['微信kahelp', '微信Kahelp'],
  ['微信 pay2go', '微信 paygo'],
  ['微信 ios_fan', '微信 iOS 18.1'],
  ['微信 beta_fan', '微信 Beta-2.0'],
  // A version belongs to what has versions.
  ['微信 esim77', '微信 iOS17'],
  ['微信:phone2031', '微信:Android16'],
  ['微信:kahelpios18', '微信:android'],
  ['微信 v8_0', '微信 v8.0.61'],
  ['微信 windows_fan', '微信 Windows11'],
  ['客服:kahelp', '客服:Kahelp'],
  ['客服:kaHelp', '客服:Hello'],
  ['客服:KaHelp', '客服:Please'],
  ['微信 www.help.de', '微信 www.help.com'],
  ['微信 a.com.b', '微信 help.org'],
  ['wx kahelp_1', 'wxkahelp_1'],
  ['telegram kahelp_1', 'telegram ultrahelp'],
  ['telegram: ultrahelp', 'telegram: Settings'],
  ['telegram: Ultrahelp', 'telegram: Ultrahelp asks'],
  ['telegram=ultrahelp', 'telegram. ultrahelp'],
  ['telegram @kahelp', 'telegram 5 @ $3'],
  ['telegram 号 Ultrahelp', 'telegram 是 Ultrahelp'],
  ['telegram 账号 Ultrahelp', 'telegram 名 Ultrahelp'],
  ['telegram 搜 Ultrahelp', 'telegram → Ultrahelp'],
  ['telegram 添加 Ultrahelp', 'telegram 联系 Ultrahelp'],
  ['telegram id Ultrahelp', 'telegram is Ultrahelp'],
  ['加 telegram Ultrahelp', '用 telegram Ultrahelp'],
  ['我的 vxultrahelp', '这个 vxultrahelp'],
  ['搜微信 Ultrahelp', '搜到了微信 Ultrahelp'],
  ['加  telegram kahelp_1', '加  telegram ultrahelp'],
  ['qq ultrahelp', 'qq ultra help'],
  ['qq ultrahelp，', 'qq ultrahelp (x)'],
  // Numbers of five to twelve digits, unless they count something.
  ['QQ 12345', 'QQ 1234'],
  ['QQ 12345 好', 'QQ 12345 人'],
  ['飞机 12345 号', '飞机 12345 英里'],
  ['飞机 12345', '飞机 12345 米'],
  ['line 12345', 'on line 12345'],
  ['会议号 12345', '会议 12345'],
  ['扣 1234567', '扣 123456'],
  ['QQ 12345', 'QQ 123.45'],
  ['QQ 123 456 789', 'QQ 123 456.7'],
  ['QQ群 一二三四五', 'QQ群 2026-11-25'],
  // Shops and public accounts.
  ['公众号「紫卡通」', '公众号「没有查到」'],
  ['公众号:紫卡通', '公众号:都是旧的'],
  ['公众号:甲乙丙丁戊己庚辛', '公众号:甲乙丙丁戊己庚辛壬'],
  ['公众号名称:紫卡通', '公众号紫卡通'],
  ['公众号搜紫卡通', '公众号里紫卡通'],
  ['公众号搜索紫卡通', '公众号名称紫卡通'],
  ['公众号: 紫卡通', '公众号 紫卡通'],
  ['关注公众号 紫卡通', '打开公众号 紫卡通'],
  ['订阅公众号 紫卡通', '公众号 紫卡通'],
  ['闲鱼:紫卡小店', '闲鱼:二手卡风险大'],
  ['闲鱼:小店', '闲鱼:小店在卖'],
  ['闲鱼搜二手卡', '闲鱼里二手卡'],
  ['淘宝店「紫卡」', '淘宝店「紫」'],
  ['淘宝店 紫卡小铺', '淘宝 紫卡小铺'],
  ['淘宝店 紫卡小铺', '淘宝店 紫卡小事'],
  ['闲鱼昵称:紫卡小铺', '闲鱼昵称:紫卡的'],
  ['闲鱼搜 紫卡 下单', '闲鱼搜 紫卡 再说'],
  // Wide gaps in a name, and a name in two scripts.
  ['微 ~~~ 信 kahelp', '微 ~~~~~ 信 kahelp'],
  ['微...信 kahelp', '微.......信 kahelp'],
  ['（微）（信）kahelp'.normalize('NFKD'), '（微）号（信）kahelp'.normalize('NFKD')],
  ['W信 kahelp', '5W信 kahelp'],
  ['wei信 kahelp', 'awei信 kahelp'],
  ['加赖 kahelp1', '依赖 kahelp1'],
  ['赖ID kahelp', '无赖ID kahelp'],
  // Codes have a digit or capitals.
  ['优惠码 KAHELP', '优惠码 kahelp'],
  ['优惠码 ka2help', '优惠码 Kahelp'],
  ['推荐码:kaHelp', '推荐码:optional'],
  ['优惠码 (ESIM7)', '优惠码 (eSIM)'],
  ['优惠码 PAYGO7', '优惠码 PayGo'],
  // An invitation asks to join somebody, not to add a plan.
  ['扫码添加好友', '扫码添加套餐'],
  ['扫码加我', '扫码加速'],
  ['扫码进。', '扫码进入。'],
  ['识别二维码领红包', '识别二维码领取配置'],
  ['扫一扫加群', '扫一扫登录'],
  ['扫一扫，加我', '扫一扫，加流量'],
  ['进群扫码', '进群的人'],
  ['点头像进群', '点头像进入'],
  ['点头像进群', '点头像进「设置」'],
  // “Me”, and what is mine or ours.
  ['联系我', '联系我国'],
  ['咨询我', '咨询我行'],
  ['联系我的微信', '联系我的银行'],
  ['私信我', '私信我没看'],
  ['私信我就行', '私信我就不看'],
  ['联系我', '联系我当时的卖家'],
  ['有意者联系', '有意者联系客服'],
  ['要卡的朋友私信', '要卡的朋友看价'],
  ['需要的联系', '需要联系'],
  // Sellers.
  ['代充，私聊', '代充，失败'],
  ['代开卡，联系老王', '代开卡，联系官方'],
  ['出紫卡，可议', '取出紫卡，可议'],
  ['收卡，高价回收', '收卡后回收'],
  ['长期收卡', '长期收到'],
  ['专业代办', '专业代办公司'],
  ['诚信代开，非诚勿扰', '切勿找诚信代开'],
  ['40 元包邮', '40 元，不包邮费。可包邮'],
  ['批发紫卡', '批发卡'],
  ['想买卡找我', '想买卡找店'],
  ['联系方式见主页', '联系方式见官网'],
  ['链接见简介', '链接见邮件'],
  ['二维码在文末', '链接在文末'],
  ['主页有我的联系方式', '主页有官方的新联系方式'],
  ['请我喝茶', '请喝茶'],
  ['收款码在下面', '收款码在微信里'],
  ['赞赏码放文末', '赞赏码不放'],
  ['扫码打赏', '扫码打开'],
  ['打赏:微信', '打赏微信'],
  // Wallets and rooms.
  [`bc1q${'a2'.repeat(15)}`, `bc1q${'a2'.repeat(30)}`],
  [`0x${'a1'.repeat(20)}`, `0x${'a1'.repeat(19)}`],
  [`05${'a1'.repeat(32)}`, `05${'a1'.repeat(31)}`],
  [`USDT:T${'a1'.repeat(16)}b`, `令牌:T${'a1'.repeat(16)}b`],
  ['TRC20 T' + 'a1'.repeat(16) + 'b', 'TRC20 T' + 'a1'.repeat(16)],
  ['#kahelp:chat.org', '/#kahelp:chat.org'],
  ['#kahelp:chat.im', '#kahelp:first.child'],
  ['kahelp.bsky.social', 'bsky.social'],
  // A sentence that warns of an invitation repeats it.
  ['扫码加群', '别扫码加群'],
  ['区别是扫码加群', '谨防扫码加群'],
];

test('an account is found, and what is one word or sign away from it is ordinary', () => {
  for (const [account, ordinary] of pairs) {
    assert.ok(findAccounts(account).length > 0, account);
    assert.deepEqual(findAccounts(ordinary), [], ordinary);
  }
});

test('what is found is the account alone, without spaces around it', () => {
  assert.deepEqual(findAccounts('有问题加微信 ultra_help ，在线'), ['微信 ultra_help']);
  assert.deepEqual(findAccounts('看公众号「紫卡通」 。'), ['公众号「紫卡通」']);
});

/** Sentences, and the words that make an account or an invitation of each in the place of *. */
const words: [sentence: string, words: string][] = [
  [
    '*:kahelp_1',
    '绿泡泡 扣扣 抠抠 球球 电报 小飞机 小红书 小绿书 红书 红薯 抖音 快手 微博 推特 知识星球 闲鱼 咸鱼 淘宝 拼多多 转转 旺旺 黄鱼 某鱼 海鲜市场 某宝 微店 拼夕夕 小红薯 某音 小破站 油管',
  ],
  [
    '*:kahelp_1',
    '哔哩哔哩 公众号 视频号 飞书 钉钉 陌陌 b站 脸书 知乎 v信 v❤ v💚 vx wx qq tg weixin wechat wxid vxin weichat koukou dianbao xhs gzh wickr keybase icq bluesky',
  ],
  [
    '*:kahelp_1',
    '微信 薇芯 威伈 徽心 崴x 维xin 溦信 葳信 巍信 卫信 围信 某信 微亻言 微❤ 薇♥ 威💙 w信 wei信 +赖 赖 +薇 加微 加卫 绿色软件 绿色聊天软件 企鹅 飞机 ✈ 卫星 星球 土豆 蝙蝠',
  ],
  ['*:kahelp_1', 'telegram discord instagram tele whatsapp signal line skype viber kakao kakaotalk messenger snapchat ins ig facebook fb'],
  ['*:kahelp_1', 'twitter threads threema v q 客服 jabber yy dy'],
  ['*12345', '群 群聊 群号 鹅号 q群 q裙 加裙 进裙 扣裙 q邮 qq邮箱 好友码'],
  ['telegram*12345', '号 号码 群聊 群 裙 群号 裙号 群组 频道 账号 帐号 账户 客服 联系 用户名 昵称 名 同号 id uid 搜 搜索 添加'],
  ['*:「紫卡通」', '公号 服务号 订阅号 店铺 淘宝店 电报频道'],
  ['*公众号 紫卡通', '关注 订阅 搜 搜索 关注微信'],
  ['闲鱼* 紫卡小铺', '号 店 店铺 频道 店铺名: 昵称: id: 搜'],
  ['* ABC123', '邀请码 推荐码 优惠码 兑换码 折扣码 返利码 推广码 邀请口令 invite码 referral码 promo码 coupon码 discount码 promocode'],
  ['*:kahelp', '邀请人 推荐人 联系方式 联系人 联系客服 联系站长 联系作者 联系博主 联系卖家 联系店主 联系邮箱 加好友 加我好友'],
  ['*我 kahelp', '加 找 联系 私'],
  ['复制 *ab12 cd34*', '¥ € £ ₤ ¢'],
  ['扫码*', '加 进 入 关注 联系 领 添加群 进入交流群 领取福利 加客服 加我 加微信 加vx 加qq 领优惠 领红包 添加好友'],
  ['扫一扫*', '加群 进群 ,关注'],
  ['代充，*', '找我 私聊 私信 私我 从优 秒到 可议 回收 联系老王 联系小王 联系阿王 联系'],
  ['*，私聊', '代开 代充卡 代办 代购 代激活 出卡 收二手卡 出一张紫卡 批发 低价 高价 有货 现货 买卡 要卡'],
  ['*代充', '专业 长期 本人 诚信 低价 高价'],
  ['*在主页', '名片 联系方式 二维码 链接 店铺'],
  ['二维码见*', '主页 我的主页 个人主页 简介 头像 评论区 置顶 文末'],
  ['*在文末', '收款码 赞赏码 打赏码 群二维码'],
  ['*群领', '加 进 入 拉'],
  ['进群*', '领 拿 交流 咨询 获取 讨论 : 扫 请扫 要扫 识别 长按 暗号 口令'],
  ['进*群领', '微信 qq tg 电报 官方 交流 福利 售后 讨论 通知'],
  ['*加群', '欢迎 请 快 快来 速 速来 点击 直接'],
  ['欢迎*群', '加 加入 进 进入 入 扫码加 来加 就加 加我们的 加我的'],
  ['再加我*', '微信 薇 薇信 vx wx v q qq 扣扣 tg 电报 飞机 好友'],
  ['加*微信', '客服 站长 作者 卖家 店主 官方 助手 小助手 老师 我 我的'],
  ['加*', '微信 薇信 vx wx v信 qq tg 电报 纸飞机 v'],
  ['*加微信', '， 请 可 欢迎 直接 先 就 可以'],
  ['*的滴滴', '需要 有意 想要 要卡'],
  ['想要的*', '加我 私信 私聊 私 滴滴 dd 联系 可滴滴 可以滴滴 请滴滴 就滴滴 都滴滴'],
  ['*主页', '看我 点我 见我 去我 看我的 名片在 联系方式在 二维码在 名片在我 名片在我的'],
  ['看*', '我简介 我头像 我签名 我名片 我置顶 头像看 头像加 名片进'],
  ['名片在*', '简介 头像 评论'],
  ['*', '评论区扣1 评论留1 评论打1 拉你进 拉您入 拉你们进 要的滴滴 要的dd 要的扣 要的私 要的加 要的联系 要的请扣 要的就扣 要的都扣'],
  ['*同名', '全网 公众号 视频号 绿泡泡 抖音 微博 小红书 小绿书 全网都 某鱼 小破站'],
  ['复制*打开', '这段 这条 本段 整段 口令'],
  ['*我', '私信 私聊 私 戳 滴滴 dd 咨询 call 联系'],
  ['*拿', '找我 私聊 私信'],
  ['私信*', '发 买 代 要 办 领 咨询 充 获取'],
  ['*链接', '我推荐 我的邀请 我们的推广 本站返利 我的专属推荐 我的aff'],
];

test('each word of the tables turns a sentence into an account or an invitation', () => {
  for (const [sentence, list] of words)
    for (const word of list.split(' ')) assert.ok(findAccounts(sentence.replaceAll('*', word)).length > 0, sentence.replaceAll('*', word));
});

test('each word of warning makes a warning of an invitation', () => {
  for (const word of '别 不要 勿 谨防 小心 警惕 当心 骗子： 假冒 假的 盗刷 拒付 有风险 多半 无需 不用 不必 不需要 没必要'.split(' '))
    assert.deepEqual(findAccounts(`${word}扫码加群`), [], word);
  for (const word of '识别 区别 特别 分别 级别 个别 性别 类别 辨别 告别'.split(' '))
    assert.ok(findAccounts(`${word}，扫码加群`).length > 0, word);
});

test('an invitation with these words after it is an ordinary sentence', () => {
  for (const text of [
    '加微信才能激活',
    '加微信的人',
    '加微信号要验证',
    '加 v 字',
    '加 v2',
    '私信我们',
    '需要的联系我们',
    '再加微信',
    '加微信验证',
    '添加群聊',
  ])
    assert.deepEqual(findAccounts(text), [], text);
});
