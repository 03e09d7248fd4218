/** Finds mail addresses, links that open a conversation, short links and links that pay somebody, in a text that unmask() has read. */
export function findAddresses(text: string): { kind: string; found: string }[] {
  if (!/[.@:=#点點艾爱圈鼠换替改]|dot|xn--/iu.test(text)) return [];
  const letters = text.replaceAll(/(?<![a-z\d])[a-z](?:\s[a-z./]){3,}(?![a-z\d])/giu, (run) => run.replaceAll(/\s/gu, ''));
  const joined = letters.replaceAll(/(?<=[a-z\d])\s?([./])\s?(?=[a-z\d]+[./]|[a-z\d]{2,}\s*\/)/giu, '$1');
  return rules.flatMap(([kind, pattern]) =>
    [...(isSpaced.has(kind) ? joined : text).matchAll(pattern)].map(([found]) => ({ kind, found: found.trim() })),
  );
}

/** Hosts where a person, a group or a shop answers. */
const talking =
  't\\.me|telegram\\.(?:me|dog|org|space)|telesco\\.pe|wa\\.me|wa\\.link|(?:api\\.|chat\\.)?whatsapp\\.com|discord\\.(?:gg|com/invite)|discordapp\\.com/invite|line\\.me|lin\\.ee|signal\\.(?:me|group)|m\\.me|fb\\.me|(?:u|qr)\\.wechat\\.com|(?:work\\.)?weixin\\.qq\\.com|(?:qm|jq|qun|wpa|wp)\\.qq\\.com|wpa\\.b\\.qq\\.com|linktr\\.ee|lnk\\.bio|bio\\.link|bio\\.site|beacons\\.ai|solo\\.to|taplink\\.cc|campsite\\.bio|about\\.me|zalo\\.me|kik\\.me|snapchat\\.com/add|join\\.skype\\.com|open\\.kakao\\.com|matrix\\.to|threema\\.id|ig\\.me|vk\\.me|slack\\.com/join|qr\\.alipay\\.com|patreon\\.com|ko-fi\\.com|buymeacoffee\\.com|afdian\\.(?:net|com)|t\\.zsxq\\.com';

/** Hosts that hide where a link leads. */
const shortening =
  'bit\\.ly|bitly\\.com|j\\.mp|tinyurl\\.com|tiny\\.(?:cc|one)|goo\\.(?:gl|su)|is\\.gd|v\\.gd|t\\.co|ow\\.ly|buff\\.ly|rb\\.gy|cutt\\.ly|t\\.ly|rebrand\\.ly|short(?:url)?\\.(?:at|io|gy)|s\\.id|bl\\.ink|adf\\.ly|shorte\\.st|lnkd\\.in|amzn\\.(?:to|asia|eu)|(?:a|s\\.click)\\.aliexpress\\.com|shope\\.ee|a\\.co|ebay\\.us|s\\.click\\.taobao\\.com|(?:m|e|s)\\.tb\\.cn|tb\\.cn|u\\.jd\\.com|3\\.cn|dwz\\.(?:cn|win|mk|lc)|url\\.cn|t\\.cn|sourl\\.cn|suo\\.(?:im|nz|yt)|mrw\\.so|6du\\.in|985\\.so|c7\\.gg|u\\.nu|n9\\.cl|kutt\\.it|soo\\.gd|reurl\\.cc|lihi\\d*\\.cc|pse\\.is|ppt\\.cc|0rz\\.tw|clck\\.ru|vk\\.cc|xhslink\\.com|v\\.(?:douyin|kuaishou)\\.com|b23\\.tv|zhi\\.hu|u\\.to|x\\.co|q\\.gs|qr\\.(?:ae|net)|dlvr\\.it|trib\\.al|snip\\.ly|page\\.link|app\\.link|onelink\\.me|sjv\\.io|pxf\\.io|7eer\\.net|jdoqocy\\.com|tkqlhce\\.com|anrdoezrs\\.net|dpbolvw\\.net|kqzyfj\\.com|shareasale\\.com|awin1\\.com|linksynergy\\.com|prf\\.hn|go2cloud\\.org|mobile\\.yangkeduo\\.com|p\\.pinduoduo\\.com|gg\\.gg|shorturl\\.\\w{2,}|urlz?\\.fr|dub\\.sh|tny\\.im|w\\.url\\.cn|kurl\\.\\w{2,4}';

/** Pages of a person. */
const profiles =
  '(?:twitter|x|facebook|fb|instagram|threads|tiktok|weibo)\\.(?:com|net|cn)/(?!share|intent|hashtag|search|help|about|tv|\\w+/(?:status|p|posts?|reel)/|\\d+/\\w)@?[\\w.-]{2,}|weibo\\.(?:com|cn)/(?:u|n)/[^\\s/]+|space\\.bilibili\\.com/\\d+|xiaohongshu\\.com/user/\\S+|douyin\\.com/user/\\S+|kuaishou\\.com/profile/\\S+|zhihu\\.com/(?:people|org)/[^\\s/]+|reddit\\.com/u(?:ser)?/[^\\s/]+|youtube\\.com/(?:@|c/|channel/|user/)[^\\s/]+|linkedin\\.com/in/[^\\s/]+|goofish\\.com/\\S*user\\S*|\\w+\\.taobao\\.com/shop\\S*|shop\\d+\\.taobao\\.com\\S*';

/** Parameters by which a shop learns whom it owes for a reader. */
const paying =
  'ref|ref_?(?:id|code|by|src|url|er)|refer(?:rer|ral)?(?:_?(?:id|code))?|reff|refr|rfsn|aff|aff(?:iliate)?_?(?:id|sub\\d?|code|source|c|key)?|a_?(?:aid|bid|fid)|tag|ascsubtag|linkcode|via|fpr|fp_?ref|fp_sid|irclickid|irgwc|click_?id|sub_?id\\d?|subid\\d|sscid|cjevent|cjdata|gclid|gbraid|wbraid|fbclid|msclkid|twclid|dclid|yclid|ttclid|mc_[ce]id|spm|scm|promo(?:tion)?(?:_?code)?|coupon(?:_?code)?|voucher(?:_?code)?|discount(?:_?code)?|code|invite(?:_?code|r|r_?id|_?id)?|invit(?:ation|e)(?:_?code)?|inv(?:_?code)?|partner(?:_?id|_?code)?|campaign(?:_?id)?|utm_\\w+|share_?(?:code|id|token|from|source|uid)|yqm|yqcode|tjm|tjr|from_?uid|inviter_?uid|agent(?:_?id|_?code)?|rcode|ranmid|raneaid|ransiteid|tracking_?id|trk|awc|zanpid|pubref|associate_?id|pid|fromid|recommend(?:er|_?code)?';

const tld = 'com|cn|net|org|me|io|cc|co|xyz|top|info|dev|app|hk|tw|us|uk|ru|jp|im|gg|ly|vip|site|online|shop|link|club|live|pro|tv|edu|gov';
const spelledAt = '艾特|爱特|圈\\s?a|小老鼠';
const at = `(?:[\\[({<【「_\\s]{1,2}(?:at|a圈|老鼠|@|${spelledAt})[\\])}>】」_\\s]{1,2}|${spelledAt})`;
const dot = '(?:[\\[({<【「_\\s]{1,2}(?:dot|点|點|d0t|\\.)[\\])}>】」_\\s]{1,2}|点|點|\\s?\\.\\s?)';
const spelledDot = '(?:[\\[({<【「_\\s]{1,2}(?:dot|点|點)[\\])}>】」_\\s]{1,2}|[\\[({]\\.[\\])}]|点|點)';
const mailHosts =
  'gmail|qq|foxmail|163|126|yeah|sina|sohu|139|189|outlook|hotmail|live|msn|yahoo|icloud|me|proton(?:mail)?|pm|tutanota|gmx|mail|aliyun|zoho|yandex|vip\\.qq';

const insensitive = (pattern: string) => new RegExp(pattern, 'giu');

const rules: (readonly [kind: string, pattern: RegExp])[] = [
  ['messaging link', insensitive(`(?<![\\w.'’-])(?:www\\.)?(?:${talking})(?![\\w-]|\\.[a-z])\\S*`)],
  ['short link', insensitive(`(?<![\\w.'’@-])(?:www\\.)?(?:${shortening})(?![\\w-]|\\.[a-z])(?:/\\S*|(?=\\s|$|[^\\p{ASCII}]))`)],
  ['profile link', insensitive(`(?<![\\w.-])(?:www\\.|m\\.|mobile\\.)?(?:${profiles})(?![\\w-])(?!/status)`)],
  ['short host', /https?:\/\/[a-z\d-]{1,5}\.[a-z]{2,3}\/(?=[a-z\d]*[A-Z\d])(?=[A-Z\d]*[a-z]|[a-z\d]*[A-Z])[a-zA-Z\d]{4,10}(?![\w/.-])/gu],
  [
    'contact scheme',
    /(?<![a-z])(?:(?:tel|callto|sms|smsto|mms|facetime|wtai):\/{0,2}[+(]?\d[\d\s()-]{3,}|(?:mailto|xmpp|sips?|skype|viber|imto|facetime):[\w+@]\S*|(?:tg|weixin|wechat|whatsapp|mqq\w*|tencent|alipays?|line|fb-messenger|sgnl|signal|viber|skype|dingtalk|taobao|tbopen|xhsdiscover|snssdk\d*|sinaweibo|bilibili|kakaotalk|zalo|openapp\.\w+):\/\/\S*)/giu,
  ],
  [
    'mail address',
    /[\w.+-]+\s?@\s?[\p{L}\d-]+(?:\s?\.\s?[\p{L}\d-]+)*\s?\.\s?(?!(?:png|jpe?g|webp|svg|gif|avif|ico|[cm]?[jt]s|css|mdx?|ya?ml|json)(?![\p{L}\d]))[\p{L}]{2,}/giu,
  ],
  ['mail address', insensitive(`[\\w.+-]{2,}${at}[a-z\\d-]{2,}${spelledDot}(?:${tld})(?![a-z])`)],
  ['mail address', insensitive(`[\\w.+-]{2,}\\s?(?:[\\[({<【](?:at|@)[\\])}>】]|${spelledAt})\\s?[a-z\\d-]{2,}${dot}(?:${tld})(?![a-z])`)],
  ['mail address', insensitive(`[\\w.+-]{3,}[#*＃☆★&$]+(?:[\\w-]+\\.)+(?:${tld})(?![a-z])`)],
  ['mail address', insensitive(`[\\w.+-]{2,}(?:\\s(?:at|在)\\s(?:${mailHosts})|\\(a\\)[a-z\\d-]{2,})${dot}(?:${tld})(?![a-z])`)],
  ['mail address', /(?:换|改|替换?)[成为]?\s?@/gu],
  ['mail address', insensitive(`(?<![a-z\\d])(?:${mailHosts})\\s?${spelledDot}\\s?com(?![a-z])`)],
  ['address in words', insensitive(`(?<![a-z\\d])[a-z][a-z\\d-]*\\s?${spelledDot}\\s?(?:${tld})(?:\\s?/\\s?\\w+|(?![\\w]))`)],
  ['coded host', /(?<![\w])xn--[a-z\d-]{2,}/giu],
  ['referral link', insensitive(`[?&#;](?:${paying})=[^\\s"'<>)]+`)],
  ['referral link', /https?:\/\/\S+\/(?:invite|invitation|referrals?|refer|aff|affiliate|promo)[/?]\S+/giu],
  [
    'referral link',
    /https?:\/\/(?![^/]*reddit\.com)\S+?\/(?:(?:i|r|u|ref|join|go|s)\/(?=[a-zA-Z]*\d)(?=\w*[A-Z])|(?:i|r|ref)\/(?=[a-z]+\d))[a-zA-Z\d]{4,12}(?![\w-])/gu,
  ],
  ['referral link', /[?&](?:r|i|u|c|s|p|id)=(?=[a-zA-Z]*\d)(?=[a-z\d]*[A-Z])[a-zA-Z\d]{4,12}(?![\w-])/gu],
  ['hot-linked image', /!\[[^\]]*\]\(\s*(?:https?:)?\/\/\S*|<img[^>]+src=["']?(?:https?:)?\/\/\S*/giu],
];

/** Kinds in which spaces around dots and slashes are no part of the address. */
const isSpaced = new Set(['messaging link', 'short link']);
