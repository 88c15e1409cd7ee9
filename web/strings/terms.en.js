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



export const mask = {
  mobile: 'phone', landline: 'landline', identity: 'id', bankCard: 'bank card', order: 'order number', email: 'e-mail', wechat: 'WeChat id', qq: 'QQ', address: 'address',
};

export const metric = {
  duration_sec: 'Duration', impression_uv: 'Impressions (people)', enter_rate: 'Exposure-to-view rate',
  watch_uv: 'Viewers', watch_pv: 'Views', peak_online: 'Peak online', avg_online: 'Average online', online: 'Online',
  leave_uv: 'Leavers', src_private_ratio: 'Private traffic share', src_public_ratio: 'Public traffic share',
  src_natural_ratio: 'Organic traffic share', src_paid_ratio: 'Paid traffic share',
  new_viewer_ratio: 'New viewer share', ad_cost: 'Ad spend', roi: 'ROI', avg_watch_sec: 'Average watch time',
  interact_rate: 'Engagement rate', comment_cnt: 'Comments', comment_uv: 'Commenters', comment_rate: 'Comment rate',
  like_cnt: 'Likes', share_cnt: 'Shares', share_uv: 'Sharers', share_rate: 'Share rate', new_follow: 'New followers',
  follow_rate: 'Follow rate', fan_club_new: 'New fan club members', reserve_uv: 'Reservations',
  luckybag_join_rate: 'Lucky bag participation', reply_rate: 'Comment reply rate',
  item_exp_uv: 'Product impressions (people)', item_clk_uv: 'Product clickers',
  exp_clk_rate: 'Exposure-to-click rate', clk_pay_rate: 'Click-to-pay rate', view_pay_rate: 'View-to-pay rate',
  create_cnt: 'Orders created', pay_cnt: 'Orders paid', create_pay_rate: 'Payment rate', pay_uv: 'Buyers', gmv: 'GMV',
  net_gmv: 'Net GMV', aov: 'Average order value', uv_value: 'UV value', gpm: 'GPM', deal_density: 'Deal density',
  hourly_gmv: 'GMV per hour', refund_amt: 'Refunds', refund_rate: 'Refund rate', item_pace: 'Pace per product',
  stock_out: 'Stock-outs', link_err: 'Wrong links', violation_cnt: 'Violations', reach_uv: 'Reached',
  reach_enter_rate: 'Reach-to-enter rate', wecom_popup_cnt: 'WeCom cards shown',
  wecom_click_uv: 'WeCom card clickers', wecom_new: 'New WeCom contacts', wecom_add_rate: 'WeCom add rate',
  group_new: 'New group members', first_reply_min: 'First reply', q_logged: 'Questions logged',
  q_resolved_rate: 'Questions resolved', q_first_ans_min: 'First answer',
};

export const formula = {
  duration_sec: 'End − start', enter_rate: 'Viewers ÷ impressions', watch_uv: 'Different people who entered',
  watch_pv: 'Times someone entered', peak_online: 'Most online at once',
  avg_online: 'Online integrated over time ÷ duration', online: 'Online in that minute',
  leave_uv: 'Left in that minute', src_private_ratio: 'Viewers from private traffic ÷ viewers',
  src_public_ratio: 'Viewers from public traffic ÷ viewers',
  src_natural_ratio: 'Viewers from organic traffic ÷ viewers', src_paid_ratio: 'Viewers from paid traffic ÷ viewers',
  new_viewer_ratio: 'First-time viewers ÷ viewers', ad_cost: 'Spent on this show', roi: 'GMV ÷ ad spend',
  avg_watch_sec: 'Time watched ÷ viewers', interact_rate: 'Those who commented, liked, shared or followed ÷ viewers',
  comment_cnt: 'Number of comments', comment_uv: 'Different people who commented',
  comment_rate: 'Commenters ÷ viewers', like_cnt: 'Number of likes', share_cnt: 'Number of shares',
  share_uv: 'Different people who shared', share_rate: 'Sharers ÷ viewers',
  new_follow: 'People who followed in this show', follow_rate: 'New followers ÷ viewers',
  fan_club_new: 'People who joined the fan club', reserve_uv: 'People who reserved the next show',
  luckybag_join_rate: 'People in lucky bags ÷ viewers', reply_rate: 'Comments replied to ÷ comments',
  exp_clk_rate: 'Product clickers ÷ product impressions', clk_pay_rate: 'Buyers ÷ product clickers',
  view_pay_rate: 'Buyers ÷ viewers', create_cnt: 'Orders created', pay_cnt: 'Orders paid',
  create_pay_rate: 'Orders paid ÷ orders created', pay_uv: 'Different people who paid',
  gmv: 'Paid, later refunds included', net_gmv: 'GMV − refunds (by day of payment)', aov: 'GMV ÷ buyers',
  uv_value: 'GMV ÷ viewers', gpm: 'GMV ÷ views × 1000', deal_density: 'Orders paid ÷ hours',
  hourly_gmv: 'GMV ÷ hours', refund_amt: 'Refunds of this show’s orders (by day of payment)',
  refund_rate: 'Refunds ÷ GMV (by day of payment)', item_pace: 'Minutes ÷ products explained',
  stock_out: 'Times a product ran out on air', link_err: 'Times a link or price was wrong',
  violation_cnt: 'Warnings by the platform', reach_uv: 'Reached by mass message, Moments and the like',
  reach_enter_rate: 'Entered after being reached ÷ reached', wecom_popup_cnt: 'Times the card was shown',
  wecom_new: 'New WeCom contacts in this show', wecom_add_rate: 'New WeCom contacts ÷ viewers',
  group_new: 'People new in groups', first_reply_min: 'Minutes from adding to the first reply',
  q_logged: 'Questions in the log, without duplicates', q_resolved_rate: 'Resolved ÷ questions logged',
  q_first_ans_min: 'Median minutes from question to first answer',
};

export const soFar = '{name} so far';

export const unit = {
  people: '', times: '', items: '', orders: '', yuan: '¥', ratio: '%', factor: '', seconds: 's', minutes: 'min',
  ordersPerHour: 'orders/h', yuanPerHour: '¥/h', minutesPerProduct: 'min/product',
};

export const attained = { kept: 'kept', exceeded: 'exceeded' };
