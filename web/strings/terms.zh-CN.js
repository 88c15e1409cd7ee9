export const kind = { mistake: '失误', puzzle: '困惑', experience: '经验' };

export const kindMark = { mistake: '●', puzzle: '？', experience: '★' };

export const step = { goals: '目标回顾', show: '单场分析', comparison: '横向对比' };

export const entryKind = { sop: '流程', script: '话术', checklist: '清单', play: '玩法', taboo: '禁忌' };

export const stage = {
  before: '播前', opening: '开场', explaining: '讲解', closing: '逼单', switching: '转品', ending: '收尾', after: '播后',
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

export const metric = {
  impression_uv: '曝光人数', enter_rate: '曝光-观看率', watch_uv: '场观', watch_pv: '观看人次', peak_online: '最高在线', avg_online: '平均在线',
  online: '在线人数', src_private_ratio: '私域占比', src_public_ratio: '公域占比', src_natural_ratio: '自然流量占比',
  src_paid_ratio: '付费占比', new_viewer_ratio: '新观众占比', ad_cost: '投流消耗', roi: 'ROI', avg_watch_sec: '人均观看时长',
  interact_rate: '互动率', comment_cnt: '评论数', comment_rate: '评论率', like_cnt: '点赞', share_cnt: '分享次数', share_rate: '分享率',
  new_follow: '新增关注', follow_rate: '关注率', reserve_uv: '预约人数', luckybag_join_rate: '福袋参与率', reply_rate: '评论回复率',
  item_exp_uv: '商品曝光人数', item_clk_uv: '商品点击人数', exp_clk_rate: '曝光-点击率', clk_pay_rate: '点击-成交率',
  view_pay_rate: '观看-成交率', create_cnt: '创建订单', pay_cnt: '成交订单', create_pay_rate: '支付率', pay_uv: '成交人数',
  gmv: '成交金额', net_gmv: '净成交', aov: '客单价', uv_value: 'UV价值', gpm: '千次观看成交', deal_density: '成交密度', hourly_gmv: '时均产出',
  refund_amt: '退款金额', refund_rate: '退款率', item_pace: '过品节奏', stock_out: '断货次数', link_err: '错链次数', violation_cnt: '违规次数',
  reach_uv: '触达人数', reach_enter_rate: '触达-进入率', wecom_popup_cnt: '弹企微次数', wecom_click_uv: '名片点击', wecom_new: '企微新增',
  wecom_add_rate: '添加率', group_new: '群新增', first_reply_min: '首次回复', q_logged: '记录问题数', q_resolved_rate: '问题解决率',
  q_first_ans_min: '首次回应时长',
};

export const unit = {
  person: '人', time: '次', comment: '条', order: '单', yuan: '元', ratio: '%', plain: '', second: '秒', minute: '分', orderPerHour: '单/时',
  yuanPerHour: '元/时', minutePerItem: '分/品',
};

export const mask = { phone: '手机号', landline: '座机', id: '证件号', card: '银行卡', number: '单号', order: '单号', email: '邮箱', wechat: '微信号', address: '地址', name: '姓名' };
