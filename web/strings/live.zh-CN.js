/** 直播中记下的：标记和问题。 */
export const markerKind = {
  product: '讲解',
  luckyBag: '福袋',
  flashSale: '秒杀',
  coupon: '满减',
  wecom: '弹企微',
  onShelf: '上架',
  offShelf: '下架',
  violation: '违规',
  alert: '预警',
  note: '场记',
  hostChange: '主播',
};

export const source = {
  group: '社群',
  wecom: '1v1企微',
  moments: '朋友圈',
  comment: '直播评论',
  message: '私信',
  service: '客服',
};

export const customer = { new: '新客', old: '老客', member: '会员' };

export const urgency = { order: '影响下单', show: '本场内', after: '播后' };

export const questionStatus = {
  open: '待回应',
  answered: '已回应',
  followUp: '跟进中',
  resolved: '已解决',
  noAction: '不处理',
};

export const category = {
  size: '尺码规格',
  ingredient: '成分功效用法',
  price: '价格优惠赠品',
  link: '链接/怎么买',
  stock: '库存补货',
  delivery: '发货物流',
  payment: '支付',
  refund: '退换退款',
  complaint: '售后投诉质量',
  booking: '预约/关注/操作',
  luckyBag: '福袋中奖',
  membership: '企微/会员权益',
  wish: '想看其他品',
  mall: '商城打通',
  trust: '真伪信任',
  lag: '卡顿音画',
  other: '其他',
};

export const mask = {
  mobile: '手机号',
  landline: '电话',
  identity: '证件号',
  bankCard: '银行卡号',
  order: '单号',
  email: '邮箱',
  wechat: '微信号',
  qq: 'QQ号',
  address: '地址',
  name: '姓名',
  account: '账号',
  code: '验证码',
  password: '密码',
  passport: '护照号',
  plate: '车牌',
  birthday: '生日',
  ip: 'IP',
};

export const unit = {
  people: '人',
  times: '次',
  items: '条',
  orders: '单',
  yuan: '元',
  ratio: '%',
  factor: '',
  seconds: '秒',
  minutes: '分',
  ordersPerHour: '单/时',
  yuanPerHour: '元/时',
  minutesPerProduct: '分/品',
};

export const soFar = '累计{name}';

export const attained = { kept: '未超', exceeded: '超了' };
