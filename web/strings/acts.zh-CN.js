/** What the server's declarations call the commands. Written by a test run (DerivedFilesTests); nobody edits it. */
export const act = {
  organisation: {
    rename: '改团队名',
    label: '改岗位叫法',
  },
  channel: {
    add: '加直播间',
    rename: '改直播间名',
  },
  invitation: {
    revoke: '撤回邀请',
  },
  member: {
    rename: '改名',
    assign: '改岗位',
    appoint: '改负责人',
    remove: '移出成员',
  },
  show: {
    schedule: '安排场次',
    hide: '移除场次',
    unhide: '恢复场次',
    start: '开播',
    end: '下播',
    plan: '改计划',
  },
  room: {
    open: '开复盘室',
    archive: '归档复盘',
  },
  thresholds: {
    set: '改红绿灯',
  },
  file: {
    withdraw: '撤回文件',
    restore: '恢复文件',
  },
  mapping: {
    forget: '忘掉列的对应',
    recall: '恢复列的对应',
  },
  template: {
    save: '存模板',
    remove: '删模板',
    restore: '恢复模板',
  },
  action: {
    add: '加待办',
    edit: '改待办',
    set: '改待办状态',
    answer: '答待办',
    unanswer: '收回回答',
    erase: '抹除待办',
    comment: '评论待办',
    defer: '待办以后再答',
  },
  comment: {
    edit: '改评论',
    withdraw: '撤评论',
    restore: '恢复评论',
    erase: '抹除评论',
    post: '评论',
    react: '回应评论',
  },
  goal: {
    set: '定目标',
    clear: '清目标',
  },
  snapshot: {
    take: '填数据',
    withdraw: '撤回数据',
    restore: '恢复数据',
  },
  series: {
    withdraw: '撤回分钟数据',
    restore: '恢复分钟数据',
  },
  marker: {
    add: '加标记',
    edit: '改标记',
    remove: '删标记',
  },
  question: {
    log: '记问题',
    edit: '改问题',
    plus: '问题+1',
    answer: '回应',
    mark: '改状态',
    air: '口播标记',
    promote: '转为卡片',
    erase: '抹除',
  },
  phase: {
    move: '换阶段',
    plan: '改时长',
  },
  facilitator: {
    hand: '交接主持',
    take: '接手主持',
  },
  cards: {
    reveal: '翻卡',
  },
  votes: {
    budget: '改票数',
    cap: '改每张上限',
  },
  issue: {
    post: '写卡',
    edit: '改卡',
    withdraw: '撤卡',
    restore: '恢复卡片',
    tag: '打标签',
    link: '关联数据',
    unlink: '取消关联',
    erase: '抹除卡片',
    mark: '标进展',
    place: '排序',
    react: '回应',
  },
  vote: {
    set: '投票',
  },
  solution: {
    propose: '提办法',
    edit: '改办法',
    drop: '撤办法',
    restore: '恢复办法',
    erase: '抹除办法',
    promote: '收进手册',
    act: '定待办',
    choose: '选办法',
  },
  timer: {
    start: '开始计时',
    pause: '暂停计时',
    extend: '加时',
    stop: '停掉计时',
    restore: '恢复计时',
  },
  focus: {
    set: '带大家看',
  },
  ready: {
    set: '我好了',
  },
  worth: {
    set: '值不值',
  },
  cause: {
    add: '写为什么',
    reword: '改为什么',
    drop: '去掉为什么',
  },
  mentions: {
    read: '看过提到我的评论',
  },
  group: {
    make: '合并卡片',
    add: '并入一组',
    remove: '移出一组',
    rename: '命名一组',
    dissolve: '拆开一组',
    restore: '恢复一组',
  },
  hand: {
    people: '代投人数',
    vote: '代投',
  },
  entry: {
    write: '写条目',
    edit: '改条目',
    mark: '改条目状态',
    erase: '抹除条目',
  },
};
