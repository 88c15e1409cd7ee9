/** What is noted of a show: markers, questions, numbers. */
export const markerKind = {
  product: 'Product talk',
  luckyBag: 'Lucky bag',
  flashSale: 'Flash sale',
  coupon: 'Coupon',
  wecom: 'WeCom card',
  onShelf: 'On shelf',
  offShelf: 'Off shelf',
  violation: 'Violation',
  alert: 'Alert',
  note: 'Note',
  hostChange: 'Host change',
};

export const source = {
  group: 'Group',
  wecom: 'WeCom 1:1',
  moments: 'Moments',
  comment: 'Live comment',
  message: 'Message',
  service: 'Service',
};

export const customer = { new: 'New', old: 'Returning', member: 'Member' };

export const urgency = { order: 'Blocks an order', show: 'This show', after: 'After' };

export const questionStatus = {
  open: 'Open',
  answered: 'Answered',
  followUp: 'Follow-up',
  resolved: 'Resolved',
  noAction: 'No action',
};

export const category = {
  size: 'Size',
  ingredient: 'Material and use',
  price: 'Price and gifts',
  link: 'Link, how to buy',
  stock: 'Stock',
  delivery: 'Delivery',
  payment: 'Payment',
  refund: 'Returns',
  complaint: 'Complaint',
  booking: 'Booking, following',
  luckyBag: 'Lucky bag',
  membership: 'Membership',
  wish: 'Other products',
  mall: 'Mall',
  trust: 'Authenticity',
  lag: 'Lag, sound',
  other: 'Other',
};

export const mask = {
  mobile: 'phone',
  landline: 'landline',
  identity: 'id',
  bankCard: 'bank card',
  order: 'order number',
  email: 'e-mail',
  wechat: 'WeChat id',
  qq: 'QQ',
  address: 'address',
  name: 'name',
  account: 'account',
  code: 'code',
  password: 'password',
  passport: 'passport',
  plate: 'number plate',
  birthday: 'birthday',
  ip: 'IP',
};

export const unit = {
  people: '',
  times: '',
  items: '',
  orders: '',
  yuan: '¥',
  ratio: '%',
  factor: '',
  seconds: 's',
  minutes: 'min',
  ordersPerHour: 'orders/h',
  yuanPerHour: '¥/h',
  minutesPerProduct: 'min/product',
};

export const soFar = '{name} so far';

export const attained = { kept: 'kept', exceeded: 'exceeded' };
