export const kind = { mistake: '失误', puzzle: '困惑', experience: '经验' };

export const kindMark = { mistake: '●', puzzle: '？', experience: '★' };

export const step = { goals: '目标回顾', show: '单场分析', comparison: '横向对比' };

export const entryKind = { sop: '流程', script: '话术', checklist: '清单', play: '玩法', taboo: '禁忌' };

export const stage = {
  before: '播前', opening: '开场', explaining: '讲解', closing: '逼单', switching: '切品', ending: '收尾', after: '播后',
};

export const entryStatus = { trial: '试行', inForce: '生效', retired: '废止' };

export const markerKind = {
  product: '讲解', luckyBag: '福袋', flashSale: '秒杀', coupon: '满减', wecom: '弹企微', onShelf: '上架', offShelf: '下架',
  violation: '违规', alert: '预警', note: '场记', hostChange: '主播',
};

export const source = { group: '社群', wecom: '1v1企微', moments: '朋友圈', comment: '直播评论', message: '私信', service: '客服' };

export const customer = { new: '新客', old: '老客', member: '会员' };

export const urgency = { order: '影响下单', show: '本场内', after: '播后' };

export const questionStatus = { open: '待回应', answered: '已回应', followUp: '跟进中', resolved: '已解决', noAction: '不处理' };

export const category = {
  size: '尺码规格', ingredient: '成分功效用法', price: '价格优惠赠品', link: '链接/怎么买', stock: '库存补货', delivery: '发货物流',
  payment: '支付', refund: '退换退款', complaint: '售后投诉质量', booking: '预约/关注/操作', luckyBag: '福袋中奖',
  membership: '企微/会员权益', wish: '想看其他品', mall: '商城打通', trust: '真伪信任', lag: '卡顿音画', other: '其他',
};



export const mask = {
  mobile: '手机号', landline: '电话', identity: '证件号', bankCard: '银行卡号', order: '单号', email: '邮箱', wechat: '微信号', qq: 'QQ号', address: '地址',
};

export const metric = {
  duration_sec: '直播时长', impression_uv: '曝光人数', enter_rate: '曝光-观看率', watch_uv: '场观', watch_pv: '观看人次',
  peak_online: '最高在线', avg_online: '平均在线', online: '在线人数', leave_uv: '离开人数', src_private_ratio: '私域占比',
  src_public_ratio: '公域占比', src_natural_ratio: '自然流量占比', src_paid_ratio: '付费占比', new_viewer_ratio: '新观众占比',
  ad_cost: '投流消耗', roi: 'ROI', avg_watch_sec: '人均观看时长', interact_rate: '互动率', comment_cnt: '评论数', comment_uv: '评论人数',
  comment_rate: '评论率', like_cnt: '点赞', share_cnt: '分享次数', share_uv: '分享人数', share_rate: '分享率', new_follow: '新增关注',
  follow_rate: '关注率', fan_club_new: '新增粉丝团', reserve_uv: '预约人数', luckybag_join_rate: '福袋参与率', reply_rate: '评论回复率',
  item_exp_uv: '商品曝光人数', item_clk_uv: '商品点击人数', exp_clk_rate: '曝光-点击率', clk_pay_rate: '点击-成交率',
  view_pay_rate: '观看-成交率', create_cnt: '创建订单', pay_cnt: '成交订单', create_pay_rate: '支付率', pay_uv: '成交人数', gmv: '成交金额',
  net_gmv: '净成交', aov: '客单价', uv_value: 'UV价值', gpm: '千次观看成交', deal_density: '成交密度', hourly_gmv: '时均产出',
  refund_amt: '退款金额', refund_rate: '退款率', item_pace: '过品节奏', stock_out: '断货次数', link_err: '错链次数',
  violation_cnt: '违规次数', reach_uv: '触达人数', reach_enter_rate: '触达-进入率', wecom_popup_cnt: '弹企微次数',
  wecom_click_uv: '名片点击人数', wecom_new: '企微新增', wecom_add_rate: '添加率', group_new: '群新增', first_reply_min: '首次回复',
  q_logged: '记录问题数', q_resolved_rate: '问题解决率', q_first_ans_min: '首答时长',
};

export const formula = {
  duration_sec: '结束时间 − 开播时间', enter_rate: '场观 ÷ 曝光人数', watch_uv: '进入直播间的去重人数', watch_pv: '进入直播间的次数',
  peak_online: '同时在线的最大值', avg_online: '在线人数对时间的积分 ÷ 时长', online: '该分钟同时在线人数', leave_uv: '该分钟离开直播间的人数',
  src_private_ratio: '私域来源观看人数 ÷ 场观', src_public_ratio: '公域来源观看人数 ÷ 场观', src_natural_ratio: '自然流量观看人数 ÷ 场观',
  src_paid_ratio: '付费流量观看人数 ÷ 场观', new_viewer_ratio: '首次观看人数 ÷ 场观', ad_cost: '本场投放消耗', roi: '成交金额 ÷ 投流消耗',
  avg_watch_sec: '观看总时长 ÷ 场观', interact_rate: '有过评论、点赞、分享或关注的人数 ÷ 场观', comment_cnt: '评论条数', comment_uv: '发过评论的去重人数',
  comment_rate: '评论人数 ÷ 场观', like_cnt: '点赞次数', share_cnt: '分享次数', share_uv: '分享过的去重人数', share_rate: '分享人数 ÷ 场观',
  new_follow: '本场新增关注人数', follow_rate: '新增关注 ÷ 场观', fan_club_new: '本场加入粉丝团的人数', reserve_uv: '预约下一场的人数',
  luckybag_join_rate: '参与福袋人数 ÷ 场观', reply_rate: '已回复评论 ÷ 评论条数', exp_clk_rate: '商品点击人数 ÷ 商品曝光人数',
  clk_pay_rate: '成交人数 ÷ 商品点击人数', view_pay_rate: '成交人数 ÷ 场观', create_cnt: '创建订单数', pay_cnt: '支付订单数',
  create_pay_rate: '成交订单 ÷ 创建订单', pay_uv: '支付过的去重人数', gmv: '支付金额，含之后退款', net_gmv: '成交金额 − 退款金额（按支付日）',
  aov: '成交金额 ÷ 成交人数', uv_value: '成交金额 ÷ 场观', gpm: '成交金额 ÷ 观看人次 × 1000', deal_density: '成交订单 ÷ 直播小时数',
  hourly_gmv: '成交金额 ÷ 直播小时数', refund_amt: '本场订单的退款金额（按支付日）', refund_rate: '退款金额 ÷ 成交金额（按支付日）',
  item_pace: '直播分钟数 ÷ 讲解品数', stock_out: '在播断货次数', link_err: '链接或价格挂错的次数', violation_cnt: '平台违规提醒次数',
  reach_uv: '群发、朋友圈等触达的人数', reach_enter_rate: '触达后进入直播间的人数 ÷ 触达人数', wecom_popup_cnt: '弹出企微名片的次数',
  wecom_new: '本场新增企微好友', wecom_add_rate: '企微新增 ÷ 场观', group_new: '本场新进群人数', first_reply_min: '新增好友到第一次回复的分钟数',
  q_logged: '问题记录里的条数，不含重复', q_resolved_rate: '已解决 ÷ 记录问题数', q_first_ans_min: '提问到第一次回答的分钟数，取中位数',
};

export const soFar = '累计{name}';

export const unit = {
  people: '人', times: '次', items: '条', orders: '单', yuan: '元', ratio: '%', factor: '', seconds: '秒', minutes: '分',
  ordersPerHour: '单/时', yuanPerHour: '元/时', minutesPerProduct: '分/品',
};

export const attained = { kept: '未超', exceeded: '超了' };
