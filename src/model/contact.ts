/** Finds what this site never carries: ways to contact a person or a seller. The short codes 611, 911 and 6700 pass. */
export function findContacts(text: string): { index: number; found: string; kind: string }[] {
  if (!mayHold.test(text)) return [];
  return rules.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ index: match.index, found: match[0].trim(), kind })),
  );
}

/** What every contact has in it, and most texts have not: read once instead of a dozen times. */
const mayHold = /[@:：?&=!<]|\.[a-z]|\d[\d\s.()-]{4}|qq|微信|企鹅|vx|wechat/iu;

const rules: { kind: string; pattern: RegExp }[] = [
  {
    kind: 'messaging link',
    pattern:
      /\b(?:t\.me|telegram\.(?:me|dog|org)|wa\.me|(?:api\.|chat\.)?whatsapp\.com|discord\.(?:gg|com\/invite)|line\.me|signal\.(?:me|group)|m\.me|u\.wechat\.com|weixin\.qq\.com|(?:qm|jq|qun)\.qq\.com|linktr\.ee)\b\S*/giu,
  },
  { kind: 'contact scheme', pattern: /\b(?:tel|mailto|sms|smsto|tg|skype|weixin|whatsapp|viber):(?:\/\/)?[\w+@]\S*/giu },
  { kind: 'mail address', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu },
  { kind: 'handle', pattern: /(?<![\w./@+-])@[A-Za-z][\w]{2,}/gu },
  { kind: 'phone number', pattern: /(?<![\w-])\+\d{1,3}[\s.-]?(?:\(?\d{2,4}\)?[\s.-]?){2,4}\d{2,4}(?!\w)/gu },
  { kind: 'phone number', pattern: /(?<![\w-])(?:1[\s.-]?)?\(?[2-9]\d{2}\)?[\s.-]\d{3}[\s.-]\d{4}(?![\w-])/gu },
  { kind: 'phone number', pattern: /(?<![\w/.-])(?:1[3-9]\d{9}|1?[2-9]\d{2}[2-9]\d{6})(?![\w/.-])/gu },
  { kind: 'phone number', pattern: /(?<![\w-])(?:400|800)[\s-]\d{3,4}[\s-]\d{3,4}(?![\w-])/gu },
  { kind: 'QQ or WeChat number', pattern: /(?:\bQQ|企鹅)(?:号|群)?\s*[:：]?\s*\d{5,12}/giu },
  { kind: 'QQ or WeChat number', pattern: /(?:微信号?|\bVX|\bwechat(?: id)?)\s*[:：]\s*[\w-]{5,}|加我?微信/giu },
  {
    kind: 'referral link',
    pattern:
      /[?&](?:ref|aff|aff_?id|affiliate|invite|invite_?code|inviter|referral|referrer|referral_?code|promo|coupon|utm_\w+)=\S*|https?:\/\/\S+\/(?:invite|referral|aff)\/\S*/giu,
  },
  { kind: 'hot-linked image', pattern: /!\[[^\]]*\]\(\s*(?:https?:)?\/\/\S*|<img[^>]+src=["']?(?:https?:)?\/\/\S*/giu },
];
