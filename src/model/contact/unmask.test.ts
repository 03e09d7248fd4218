import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, unmask } from './unmask.ts';

for (const [typed, read] of [
  ['１３８\u200b&#45;%20①②③', '138- 123'],
  ['充 $5，拨 611', '充 $5,拨 611'],
  ['https://t.mе', 'https://t.me'],
  // What runs from right to left, to the sign that ends it or to the end of the text.
  ['1\u202e54321\u202c0', '1123450'],
  ['\u202e54321', '12345'],
  // A ringed a stands for @, unless it is one letter of a ringed word.
  ['helpⓐexample ⒶA 🅐 🅰b', 'help@example @A @ @b'],
  ['ⓣⓐⓖ 🅣🅐 🅰🅱', 'tag ta ab'],
  // Digits in rings, brackets and boxes, with a stop, and of any script.
  ['⓪①⑨⓵⓽⓿❶❾🄋➀➈🄌➊➒', '01919019019019'],
  ['⑴⑼⒈⒐', '1919'],
  ['٠١٩ ०१९ 𝟎𝟏𝟗 ０１９ 🯰🯹', '019 019 019 019 09'],
  ['🅑x🅩 🅱x🆉 🇦🇿', 'bxz bxz az'],
  // Letters that look like Latin ones, of other scripts and small capitals.
  ['Теlegrаm ᴠх υltrа Øł', 'telegram vx ultra ol'],
  ['t\u20dd.\u0301me', 't.me'],
  ['微\ufe0f信\u2060：\u00ad', '微信:'],
  ['https：∕∕t⁄x⧸y∶z꞉', 'https://t/x/y:z:'],
  ['１ーー２', '1--2'],
  // A stop that stands in an address.
  ['t。me bit•ly a·b x‧y 1∙c d⋅E', 't.me bit.ly a.b x.y 1.c d.E'],
  ['好。me t。好 t。 me', '好。me t。好 t。 me'],
  ['é', 'e'],
  ['微信號：飛機', '微信号: 飞机'],
  // A full-width colon ends a label; it does not make a URL scheme of it.
  ['MMS：On 12：30 tg：//x', 'MMS: On 12: 30 tg://x'],
  ['￥5 ＄5 €', '¥5 $5 €'],
  ['㈠㈤㈨ ㊀', '一五九 一'],
] as const)
  test(`${typed} reads ${read}`, () => {
    assert.equal(unmask(typed), read);
  });

for (const [typed, read] of [
  ['&#64;&#x40;&commat;&amp;#64;', '@@@@'],
  ['%40%2540%252540', '@@@'],
  ['%E5%BE%AE %e5%be', '微 %e5%be'],
  ['100% %4 %zz', '100% %4 %zz'],
  ['\\u0031\\u{31}\\u{1F600}\\x31\\U00000031', '11😀11'],
  ['\\u0040abcd \\x40ab \\U0000004012', '@abcd @ab @12'],
  ['\\u004Ab \\x4A \\u{4A} \\U0000004A', 'Jb J J J'],
  ['\\u{110000} \\UFFFFFFFF', '\u{10ffff} \u{10ffff}'],
  ['\\u31 \\x3 \\U0031 \\u{} \\n', '\\u31 \\x3 \\U0031 \\u{} \\n'],
  ['\\*\\_\\@\\[\\~\\!', '*_@[~!'],
  ['1\\u', '1\\u'],
] as const)
  test(`${typed} is decoded as ${read}`, () => {
    assert.equal(decode(typed), read);
  });
