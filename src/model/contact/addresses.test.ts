import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findAddresses } from './addresses.ts';

/** What is found in a text, by its kind. */
const kinds: Record<string, [text: string, found: string][]> = {
  'messaging link': [
    ['看 https://t.me/abc 吧', 't.me/abc'],
    ['T.ME/ABC', 'T.ME/ABC'],
    ['t . me / abc', 't.me/abc'],
    ['t点me斜杠abc', 't.me/abc'],
    ['t [dot] me/abc', 't.me/abc'],
    ['t(.)me/abc', 't.me/abc'],
    ['9点t.me/abc', '9.t.me/abc'],
    ['w a . m e / a b c', 'wa.me/abc'],
    ['chat.whatsapp.com/abc', 'chat.whatsapp.com/abc'],
    ['work.weixin.qq.com/ca/abc', 'work.weixin.qq.com/ca/abc'],
    ['weibo.com/u/1', 'weibo.com/u/1'],
    ['看 https://item.taobao.com/item?id=1', 'item.taobao.com/item?id=1'],
    ['us02web.zoom.us/j/1', 'us02web.zoom.us/j/1'],
    ['cash.app/$abc', 'cash.app/$abc'],
    ['PayPal.Me/abc', 'PayPal.Me/abc'],
  ],
  'short link': [
    ['bit.ly/3abc', 'bit.ly/3abc'],
    ['b i t . l y / zika', 'bit.ly/zika'],
    ['a-b.app.link/x', 'a-b.app.link/x'],
    ['https://abcde.xyz/Ab12', 'https://abcde.xyz/Ab12'],
    ['http://a-1.de/abcDefghij', 'http://a-1.de/abcDefghij'],
    ['https://k.cn/12ab', 'https://k.cn/12ab'],
    ['https://k.cn/ABCD', 'https://k.cn/ABCD'],
  ],
  'profile link': [
    ['https://x.com/ultra', 'x.com/ultra'],
    ['m.facebook.com/ultra.help', 'facebook.com/ultra.help'],
    ['www.threads.net/@ultra/', 'threads.net/@ultra'],
    ['twitter.com/ab?s=20', 'twitter.com/ab'],
  ],
  'contact scheme': [
    ['tel:+123', 'tel:+123'],
    ['sip:a@b.c', 'sip:a@b.c'],
    ['sips:abcd', 'sips:abcd'],
    ['mqqwpa://x', 'mqqwpa://x'],
    ['mqq://im/chat', 'mqq://im/chat'],
    ['alipay://x', 'alipay://x'],
    ['alipays://x', 'alipays://x'],
    ['openapp.jd://x', 'openapp.jd://x'],
  ],
  'mail address': [
    ['写信到 a.b+c-d@e-f.co 吧', 'a.b+c-d@e-f.co'],
    ['a @ b . co', 'a @ b . co'],
    ['a@b.c.de', 'a@b.c.de'],
    ['help@示例.公司', 'help@示例.公司'],
    ['a@163点com', 'a@163点com'],
    ['ab at gmail.com', 'ab at gmail.com'],
    ['ab AT Gmail.com', 'ab AT Gmail.com'],
    ['ab在qq.com', 'ab在qq.com'],
    ['ab at ex-1 dot com', 'ab at ex-1 dot com'],
    ['ab在ex点com', 'ab在ex点com'],
    ['ab(at)ex.com', 'ab(at)ex.com'],
    ['a.b+c(a)ex.com', 'a.b+c(a)ex.com'],
    ['ab#ex.com', 'ab#ex.com'],
    ['ab 圈 a ex . com', 'ab 圈 a ex . com'],
    ['ab圈aex.com', 'ab圈aex.com'],
    ['ab 艾特 ex.com', 'ab 艾特 ex.com'],
  ],
  'address in words': [
    ['看 ultra-1点com', 'ultra-1点com'],
    ['u 点 me 吧', 'u 点 me'],
    ['x(dot)io', 'x(dot)io'],
  ],
  'coded host': [
    ['https://xn--a-1.de', 'xn--a-1'],
    ['XN--80a', 'XN--80a'],
  ],
  'referral link': [
    ['/?ref=ab&b=c', '?ref=ab'],
    ['/?a=1&aff_sub2=x;y', '&aff_sub2=x'],
    ['/#TAG=x', '#TAG=x'],
    ['/?a=1;mc_cid=x', ';mc_cid=x'],
    ['/?utm_source=x)', '?utm_source=x'],
    ['/?ref=x"', '?ref=x'],
    ['e.de/invite/xy', 'e/invite/xy'],
    ['e.de/invitation?x', 'e/invitation?x'],
    ['e.de/refer/x', 'e/refer/x'],
    ['e.de/referral/x', 'e/referral/x'],
    ['e.de/aff/x', 'e/aff/x'],
    ['e.de/affiliate/x', 'e/affiliate/x'],
    ['e.de/promo/x', 'e/promo/x'],
    ['e.de/r/ab12', '/r/ab12'],
    ['e.de/?i=12AB', '?i=12AB'],
    ['e.de/?a=1&r=1abcdefghijk', '&r=1abcdefghijk'],
  ],
  'hot-linked image': [
    ['![a b](https://e.de/a.png)', '![a b](https://e.de/a.png)'],
    ['![a](http://e.de/a.png)', '![a](http://e.de/a.png)'],
    ['![]( //e.de/a.png "t")', '![]( //e.de/a.png'],
    ['<img alt="" src="http://e.de/a.png">', '<img alt="" src="http://e.de/a.png">'],
    ["<img src='//e.de/a.png'>", "<img src='//e.de/a.png'>"],
    ['<IMG SRC=//e.de/a.png>', '<IMG SRC=//e.de/a.png>'],
  ],
};

for (const [kind, texts] of Object.entries(kinds))
  test(`a ${kind} is found, and what is found is the ${kind} alone`, () => {
    for (const [text, found] of texts)
      assert.deepEqual(
        findAddresses(text).filter((each) => each.kind === kind),
        [{ kind, found }],
        text,
      );
  });

test('what only looks like an address passes', () => {
  for (const text of [
    // Hosts without a path, other hosts, and a page of WeChat.
    't.me',
    't.me/',
    'not.me/abc',
    'example.com/t.me',
    'a@t.co/x'.replace('a@', "it's."),
    "what's t.men/x",
    'mp.weixin.qq.com/s/abc',
    'rule.taobao.com/detail/1',
    'https://taobao.com/ 上',
    'zoom.us/pricing',
    'ebay.com/help',
    'paypal.com/login',
    'plan b: a co/x',
    'so. Me/you',
    // Long hosts, and paths that are words.
    'https://abcdef.de/Ab12',
    'https://abc.info/Ab12',
    'https://abc.de/about',
    'https://abc.de/About',
    'https://abc.de/2024',
    'https://abc.de/a1b',
    'https://abc.de/abcdefgh123',
    'https://abc.de/ab12/x',
    'https://abc.de/ab12.png',
    'abc.de/Ab12',
    // Posts and searches of networks.
    'https://x.com/ultra/status/1',
    'https://x.com/share?url=x',
    'https://x.com/intent/post',
    'https://x.com/search?q=x',
    'https://youtube.com/watch?v=x',
    'https://x.com/',
    'https://x.com/a',
    'https://max.com/abc',
    // No schemes.
    'tel:611',
    'hotel:1234',
    'Signal: 1234',
    'line: 2',
    'sms:6700',
    'SMS: 6700',
    // No mail.
    'name@2x.png',
    'user@host',
    'a@b',
    'sirv@3.0.2',
    '@a.de',
    'sign in at ex.com',
    '文章在ex.com',
    'ab at ex',
    'ab at ex dot comma',
    'ab at ex dot abc',
    // No addresses in words, and no coded hosts.
    '3 点 com',
    '1点com',
    '两点到',
    'ex点come',
    'ex dot',
    'axn--b',
    'xn-a',
    'xn--',
    // Other parameters and paths.
    '/?refresh_=',
    '/?page=2',
    '/?q=ref',
    'ref=x',
    '/?ref=',
    '/?ref= x',
    '/?waffle=x',
    'e.de/inviting',
    'e.de/invite',
    'e.de/promotion/x',
    ' /aff/x',
    'e.de/r/abcd',
    'e.de/r/1234',
    'e.de/r/a12',
    'e.de/r/ab12-c',
    'e.de/r/abcdefghijkl1',
    'e.de/x/ab12',
    'e.de/?r=abcd',
    // Images of the site.
    '![a](/a.png)',
    '[a](https://e.de)',
    '<img src="/a.png">',
    '<imgsrc="//e.de/a.png">',
  ])
    assert.deepEqual(findAddresses(text), [], text);
});

/** Addresses, and what makes a contact of each in the place of *. */
const words: [address: string, words: string][] = [
  [
    '/?*=x',
    'ref ref_id referrer aff aff_sub2 affiliate promo promocode coupon coupon_code voucher discount invite invitation partner campaign',
  ],
  [
    '/?*=x',
    'utm_source share_code agent_id recommend rfsn aaid a_aid a_bid a_fid tag ascsubtag linkcode via fpr fp_ref fpsid irclickid irgwc',
  ],
  [
    '/?*=x',
    'clickid click_id subid sub_id1 sscid cjevent cjdata gclid dclid yclid ttclid fbclid msclkid gbraid wbraid mc_cid mc_eid spm scm',
  ],
  ['/?*=x', 'inv inv_code invcode code yqm yqcode tjm tjr fromid from_uid rcode ranmid raneaid ransiteid trackingid trk awc zanpid pubref'],
  ['/?*=x', 'associate_id pid'],
  ['e.de/*/ab12', 'r i u c s ref join go'],
  [
    '*://abcd',
    'tel callto sms smsto mms facetime wtai mailto xmpp sip sips skype viber imto tg weixin wechat whatsapp mqqapi tencent alipay',
  ],
  [
    '*://abcd',
    'alipays line fb-messenger sgnl signal dingtalk taobao tbopen xhsdiscover snssdk1128 sinaweibo bilibili kakaotalk zalo openapp.jd',
  ],
  ['*.com/kahelp', 'twitter x facebook fb instagram threads tiktok weibo youtube'],
  [
    'ab at *.com',
    'gmail qq foxmail 163 126 yeah sina sohu 139 189 outlook hotmail live msn yahoo icloud me proton protonmail pm gmx mail aliyun',
  ],
  [
    'kahelp点*',
    'com cn net org me io cc co xyz top info dev app hk tw us uk ru jp im gg ly vip site online shop link club live pro tv edu gov',
  ],
  ['ab*ex.com', '(at) [at] {at} <at> 【at】 「at」 _at_ (a) (a圈) (老鼠) (@) [艾特] 艾特 爱特 圈a 小老鼠 # * ☆ ★ & $'],
  ['ex*com/', '(dot) [dot] {dot} <dot> 【dot】 _dot_ (d0t) (点) (.) 点'],
];

test('each word of the tables turns an address into a contact', () => {
  for (const [address, list] of words)
    for (const word of list.split(' ')) assert.ok(findAddresses(address.replace('*', word)).length > 0, address.replace('*', word));
});
