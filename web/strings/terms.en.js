export const kind = { mistake: 'Mistake', puzzle: 'Puzzle', experience: 'Experience' };

export const kindMark = { mistake: '●', puzzle: '?', experience: '★' };

export const step = { goals: 'Goals', show: 'This show', comparison: 'Comparison' };

export const entryKind = { sop: 'SOP', script: 'Script', checklist: 'Checklist', play: 'Play', taboo: 'Taboo' };

export const stage = {
  before: 'Before', opening: 'Opening', explaining: 'Explaining', closing: 'Closing', switching: 'Switching',
  ending: 'Ending', after: 'After',
};

export const entryStatus = { trial: 'On trial', inForce: 'In force', retired: 'Retired' };

export const markerKind = {
  product: 'Product talk', luckyBag: 'Lucky bag', flashSale: 'Flash sale', coupon: 'Coupon', wecom: 'WeCom card',
  onShelf: 'On shelf', offShelf: 'Off shelf', violation: 'Violation', alert: 'Alert', note: 'Note', hostChange: 'Host change',
};

export const source = {
  group: 'Group', wecom: 'WeCom 1:1', moments: 'Moments', comment: 'Live comment', message: 'Message', service: 'Service',
};

export const customer = { new: 'New', old: 'Returning', member: 'Member' };

export const urgency = { order: 'Blocks an order', show: 'This show', after: 'After' };

export const questionStatus = {
  open: 'Open', answered: 'Answered', followUp: 'Follow-up', resolved: 'Resolved', noAction: 'No action',
};

export const category = {
  size: 'Size', ingredient: 'Material and use', price: 'Price and gifts', link: 'Link, how to buy', stock: 'Stock',
  delivery: 'Delivery', payment: 'Payment', refund: 'Returns', complaint: 'Complaint', booking: 'Booking, following',
  luckyBag: 'Lucky bag', membership: 'Membership', wish: 'Other products', mall: 'Mall', trust: 'Authenticity',
  lag: 'Lag, sound', other: 'Other',
};

export const metric = {
  impression_uv: 'Impressions (UV)', enter_rate: 'Impression → view', watch_uv: 'Viewers', watch_pv: 'Views', peak_online: 'Peak online',
  avg_online: 'Average online', online: 'Online', src_private_ratio: 'Private traffic', src_public_ratio: 'Public traffic',
  src_natural_ratio: 'Organic traffic', src_paid_ratio: 'Paid traffic', new_viewer_ratio: 'New viewers', ad_cost: 'Ad cost', roi: 'ROI',
  avg_watch_sec: 'Average watch', interact_rate: 'Engagement rate', comment_cnt: 'Comments', comment_rate: 'Comment rate',
  like_cnt: 'Likes', share_cnt: 'Shares', share_rate: 'Share rate', new_follow: 'New follows', follow_rate: 'Follow rate',
  reserve_uv: 'Reservations', luckybag_join_rate: 'Lucky-bag rate', reply_rate: 'Reply rate', item_exp_uv: 'Product exposure',
  item_clk_uv: 'Product clicks', exp_clk_rate: 'Exposure → click', clk_pay_rate: 'Click → pay', view_pay_rate: 'View → pay',
  create_cnt: 'Orders created', pay_cnt: 'Orders paid', create_pay_rate: 'Created → paid', pay_uv: 'Buyers', gmv: 'GMV',
  net_gmv: 'Net GMV', aov: 'Average order', uv_value: 'UV value', gpm: 'GPM', deal_density: 'Deal density', hourly_gmv: 'GMV per hour',
  refund_amt: 'Refunds', refund_rate: 'Refund rate', item_pace: 'Pace', stock_out: 'Stock-outs', link_err: 'Wrong links',
  violation_cnt: 'Violations', reach_uv: 'Reach', reach_enter_rate: 'Reach → enter', wecom_popup_cnt: 'WeCom cards shown',
  wecom_click_uv: 'WeCom clicks', wecom_new: 'WeCom adds', wecom_add_rate: 'WeCom add rate', group_new: 'Group joins',
  first_reply_min: 'First reply', q_logged: 'Questions logged', q_resolved_rate: 'Questions resolved', q_first_ans_min: 'First answer',
};

export const unit = {
  person: '', time: '', comment: '', order: '', yuan: '¥', ratio: '%', plain: '', second: 's', minute: 'min', orderPerHour: 'orders/h',
  yuanPerHour: '¥/h', minutePerItem: 'min/item',
};

export const mask = { phone: 'phone', landline: 'landline', id: 'id', card: 'bank card', number: 'number', order: 'order number', email: 'e-mail', wechat: 'WeChat id', address: 'address', name: 'name' };
