/**
 * Queries that the search has never been tuned on. They were written on
 * 2026-11-25 from the situations of readers and from how people ask in forums,
 * before the engine, its words or its tests were opened. Only the chapters and
 * the ids of their headings were known. No word of content/search.yaml and no
 * weight of the engine may be chosen because of a line here: that is what
 * `queries.ts` is for. A line is changed only when the guide itself changes,
 * so that another heading answers it.
 *
 * A line reads `query | ids of the headings that answer it`; any of them will do.
 */
const lines: Record<string, string> = {
  short: `
    查余额 | expiry-date
    漫游费 | roaming-rates abroad
    停机 | suspended if-you-miss
    验证码 | no-verification-codes backup
    自动扣款 | auto-renew
    月租 | plan-and-price
    退款 | payment-records
    携号转网 | backup move-out
    密码 | account cannot-sign-in sign-in
    信用卡 | payment-method
    银联 | payment-method
    微信支付 | payment-method
    激活码 | what-it-is
    宽限期 | suspended if-you-miss why-renew
    实体卡 | what-it-is esim who-it-is-for
    紧急地址 | wifi-calling
    双重验证 | backup
    充值卡 | other-ways
    税费 | plan-and-price choose-period
    母公司 | what-it-is
    本机号码 | device-settings
    换手机 | new-phone device-settings
    盗刷 | unauthorized-charges
    手续费 | plan-and-price choose-period enter-payment
    在境外 | abroad roaming-rates who-it-is-for expiry-date`,
  question: `
    一年要花多少钱 | plan-and-price
    充十块能撑多久 | choose-period in-short
    停机多久号码会被收回 | suspended if-you-miss why-renew
    没有美国信用卡怎么付钱 | payment-method abroad
    人在国内怎么给它充钱 | other-ways payment-method abroad
    怎么看什么时候到期 | expiry-date
    为什么每个月日子不一样 | how-renewal-works next-date
    自动续费要不要开 | auto-renew
    怎么关掉自动扣钱 | auto-renew
    在国内能上网吗 | roaming-rates device-settings who-it-is-for
    换了新手机没信号怎么办 | new-phone device-settings
    能不能转成电子卡 | esim device-settings
    想把号码转到别的运营商 | move-out backup
    可以换成别的套餐吗 | plan-and-price
    号码被注销了还能找回吗 | suspended if-you-miss
    登录要用什么账号 | sign-in account
    卖家帮我激活的账号是谁的 | from-a-seller account cannot-sign-in
    充完钱多久到账 | not-active-yet
    没用完的短信能留到下个月吗 | plan-and-price
    用的是哪家的网 | what-it-is
    怎么找人工客服 | other-ways care abroad
    可以用支付宝付吗 | payment-method
    苹果支付能不能用 | payment-method
    这张卡是虚拟的还是实体的 | what-it-is
    收一条短信扣多少 | roaming-rates
    在中国接电话怎么收费 | roaming-rates
    余额不足三美元会怎样 | why-renew if-you-miss suspended not-active-yet how-renewal-works
    买来没拆的卡能退吗 | payment-records
    需要备份通讯录吗 | backup
    可以让朋友帮忙充吗 | other-ways abroad payment-method`,
  symptom: `
    手机突然没服务了 | suspended new-phone no-verification-codes
    收不到银行短信 | no-verification-codes
    付款一直被拒 | payment-failed
    钱扣了但没续上 | not-active-yet
    网站打不开 | cannot-sign-in
    提示密码错误 | cannot-sign-in
    忘记登录密码 | account cannot-sign-in sign-in
    打不出电话 | suspended new-phone why-renew if-you-miss
    余额莫名其妙变少 | payment-records unauthorized-charges
    多扣了五美元 | unauthorized-charges auto-renew payment-records
    刚充了十刀没变化 | not-active-yet
    显示无服务 | suspended new-phone no-verification-codes
    客服电话打不进去 | other-ways care abroad
    页面一直转圈 | cannot-sign-in
    改邮箱保存不了 | account
    卡被拒绝换了两张都不行 | payment-failed
    昨天到期今天用不了 | suspended if-you-miss why-renew
    停了快一个月了 | suspended if-you-miss
    忘了续费 | if-you-miss suspended why-renew
    插卡没信号 | new-phone device-settings no-verification-codes suspended
    卖家失联 | from-a-seller account cannot-sign-in
    号码丢了 | suspended if-you-miss
    只能打 911 | suspended if-you-miss why-renew
    收不到谷歌发的短信 | no-verification-codes
    刷卡没付成 | payment-failed
    账户被锁进不去 | cannot-sign-in
    扣款那天余额不够 | suspended if-you-miss why-renew`,
  mixed: `
    bal 6700 | expiry-date in-short
    auto renew 怎么开 | auto-renew
    wifi calling 怎么打开 | wifi-calling
    esim 二维码 | esim device-settings account
    paypal 可以吗 | payment-method
    apn 设置 | device-settings
    T-Mobile 门店 | other-ways
    PIN 充值 | other-ways
    $5 能用几个月 | choose-period in-short
    iPhone 设置 | wifi-calling
    611 打不通 | other-ways care abroad
    Billing Info 在哪 | auto-renew
    app 在哪下载 | account
    Google Play 搜不到 | account
    2FA | backup
    UVNV 是什么公司 | what-it-is
    VoLTE 支持 | what-it-is new-phone
    $36 一年 | plan-and-price
    Change Device | esim device-settings
    美国 IP 登录 | cannot-sign-in
    U卡充值 | payment-method
    60天注销 | suspended
    Make a Payment | open-renewal
    visa 卡可以付吗 | payment-method
    port out | move-out backup
    refund | payment-records
    roaming | roaming-rates
    E911 | wifi-calling`,
  pinyin: `
    tingji | suspended if-you-miss
    yan zheng ma | no-verification-codes backup
    zidong xufei | auto-renew
    manyou | roaming-rates
    cha yue | expiry-date
    wang ji mi ma | account cannot-sign-in sign-in
    shoubudao duanxin | no-verification-codes
    esim zhuanhuan | esim device-settings
    paypal fukuan | payment-method
    fukuan shibai | payment-failed
    huan shouji | new-phone device-settings
    zhifubao | payment-method
    yinlian ka | payment-method
    kefu | other-ways care abroad
    daoqi ri | expiry-date next-date how-renewal-works
    wifi tonghua | wifi-calling
    zika shi shenme | what-it-is
    taocan jiage | plan-and-price
    dao shua | unauthorized-charges
    充值 shibai | payment-failed
    mei xinhao | new-phone no-verification-codes suspended device-settings
    zhuan chu haoma | move-out backup
    jihuo ma | what-it-is
    denglu bu shang | cannot-sign-in
    wu zhong chongzhi banfa | other-ways`,
  traditional: `
    簡訊收不到 | no-verification-codes
    餘額查詢 | expiry-date
    門號會被收回嗎 | suspended if-you-miss why-renew
    帳單地址 | enter-payment payment-method payment-failed
    忘記密碼 | account cannot-sign-in sign-in
    刷卡失敗 | payment-failed
    停話 | suspended if-you-miss
    月費多少 | plan-and-price
    漫遊費用 | roaming-rates
    信用卡被盜刷 | unauthorized-charges
    易付卡是什麼 | what-it-is
    改電郵 | account
    轉台 | move-out backup
    攜碼 | move-out backup
    數據漫遊 | roaming-rates who-it-is-for device-settings
    客服專線 | other-ways care abroad
    應用程式下載 | account
    換手機沒訊號 | new-phone device-settings
    兩步驟驗證 | backup
    加值金額 | choose-period
    扣帳日 | expiry-date next-date how-renewal-works
    自動加值 | auto-renew
    過期多久會失效 | suspended if-you-miss why-renew
    無線網路通話 | wifi-calling
    登入不了 | cannot-sign-in
    行動支付可以嗎 | payment-method
    扣帳卡 | payment-method
    紫卡係咩 | what-it-is
    零售商增值 | other-ways`,
  slip: `
    验证妈收不到 | no-verification-codes
    停鸡了 | suspended if-you-miss
    冲值失败 | payment-failed
    帐号登陆不上 | cannot-sign-in
    ultra moblie 是什么 | what-it-is
    wifi caling | wifi-calling
    auto renwe | auto-renew
    payapl | payment-method
    漫由资费 | roaming-rates
    自动序费 | auto-renew
    忘记蜜码 | account cannot-sign-in sign-in
    e sim | esim device-settings what-it-is
    盗涮 | unauthorized-charges
    扣宽日 | expiry-date next-date how-renewal-works
    账单地扯 | enter-payment payment-method payment-failed
    客付电话 | other-ways care abroad
    充值金頟 | choose-period
    roming 价格 | roaming-rates
    紧急地止 | wifi-calling
    信用咔 | payment-method
    付款失bai | payment-failed
    wificalling | wifi-calling
    autorenew | auto-renew
    查余鹅 | expiry-date
    套参价格 | plan-and-price
    Ultar 紫卡是啥 | what-it-is`,
};

export const answerable: readonly { group: string; query: string; ids: readonly string[] }[] = Object.entries(lines).flatMap(
  ([group, text]) => readLines(text).map(([query, ids]) => ({ group, query, ids: ids.split(' ') })),
);

/** What the guide does not answer: other things, other carriers, neighbouring topics, nonsense. */
export const unanswerable: readonly string[] = readLines(`
  明天会下雨吗
  上海天气预报
  tianqi
  特价机票
  北京到广州火车票
  酒店预订
  红烧肉怎么做
  世界杯比分
  周杰伦新歌
  感冒吃什么药
  房价走势
  股票开户
  人民币汇率
  美国签证预约
  驾照换领
  报税截止时间
  社保号申请
  学英语
  外卖红包
  快递单号查询
  宽带安装
  手机壳
  充电宝推荐
  屏幕碎了
  手机越狱
  显卡推荐
  比特币挖矿
  python 教程
  Netflix 会员
  ChatGPT Plus 订阅
  iCloud 储存空间
  Spotify 学生优惠
  Google Fi 套餐
  Mint Mobile 优惠
  Tello 保号
  Lycamobile 续费
  Verizon 预付费
  giffgaff 激活
  docomo 漫游
  Steam 充值
  VPN 推荐
  联通大王卡
  移动宽带续费
  颱風假
  悠遊卡
  asdfgh
  qqqqq
  哈哈哈哈
  阿巴阿巴
  xkcd 1234`).map(([query]) => query);

/** Queries with words of the sentence that answers: any of them will do, and spaces do not count. */
export const answers: readonly { query: string; words: readonly string[] }[] = readLines(`
  收一条短信多少钱 | $0.10
  发短信多少钱 | $0.50
  打电话一分钟多少钱 | $3.59
  有没有流量漫游 | 没有数据漫游
  查余额 | BAL
  余额短信发到哪个号码 | 6700
  月租多少 | 每30天$3/$3里有
  套餐有多少分钟 | 100分钟
  一年多少钱 | $39/$36
  超出套餐怎么收费 | 3美分/$0.03
  没用完的短信 | 作废/不带到
  激活码几位 | 11位
  用的什么网络 | T-Mobile的网络
  哪家公司的 | UVNV
  为什么叫紫卡 | 为什么叫紫卡
  能换普通套餐吗 | 不能换成普通套餐/不能换过去
  停机多久号码删除 | 30天
  停机还能打什么电话 | 911
  停机怎么恢复 | 补到$3/补到至少$3
  自动续费面额 | $5、$10
  自动续费怎么设置 | AutoRenewOn/BillingInfo
  自动续费钱越来越多 | 越积越多
  网页上的付款按钮叫什么 | MakeaPayment
  应用叫什么名字 | UltraMobileApp
  改姓名保存一直循环 | Back
  找回密码靠什么 | 靠短信/要靠短信/短信验证
  账单地址怎么填 | 这张卡自己的/发卡行登记的地址
  中国 PayPal 能用吗 | 中国区PayPal
  外国卡能付吗 | 有人成功/有成有败
  虚拟卡付款 | 账户不能用
  apple pay | ApplePay
  门店充值卡 | PayGoRecharge
  充值卡 PIN 怎么用 | RECHARGE
  充值多久到账 | 多久到账
  没到扣款日余额没变 | 到那天才扣
  没拆封的卡能退吗 | 10天
  服务费能退吗 | 不退
  要不要改 APN | 重设APN/APN参数/改动APN
  本机号码怎么查 | #686#
  esim 免费几次 | 五次免费/5次免费
  esim 二维码发到哪里 | 邮箱
  iPhone 怎么开 wifi calling | 无线局域网通话
  紧急地址能乱填吗 | 必须真实/不要随便/必须是存在的地址
  盗刷先找谁 | 发卡银行/先找发卡行
  国内登录失败 | 中国大陆
  代激活的卡密码在谁手里 | 在谁手里/登录邮箱和密码/要登录名、密码
  到期会提醒吗 | 发邮件/短信提醒
  一期多少天 | 一期是30天
  下一个扣款日怎么算 | 加30天
  充 10 美元够几期 | $10够3期/够3期
  剩下的零头 | 不到$3
  重要账户怎么保护 | 两步验证
  号码转到别家 | 转到别家/转出
  虚拟运营商收验证码 | 虚拟运营商
  卖家代激活的卡失效 | 半个月
  60 天不付 | 60天
  客服难打通吗 | 不好打通/难打通
  备份聊天记录 | 聊天记录
  被谁收购了 | 收购
  手机要支持什么 | VoLTE
  我的订单在哪 | 我的订单
  恶意软件 | 恶意软件
  钱包里至少要多少 | 至少有$3/至少要有$3
  卡背面的激活码 | 11位
  怎么看是不是停机 | 停机了/登录账户`).map(([query, words]) => ({ query, words: words.split('/') }));

function readLines(text: string): [query: string, answer: string][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
    .map(([query = '', answer = '']) => [query, answer]);
}
