/** What a subscriber is told about what is kept of them, and the words of the copy. Chinese. */
import { zhFormats as f } from '../formats.js';

export const privacy = {
  offer: '您可以要一份我们保存的、与您有关的全部服务记录（会话、工单、承诺、评价，以及谁看过您的号码），也可以把它们删除。账单、通话详单、实名资料由业务系统依法留存，不在其中。两项都要先输入一次短信验证码。',
  copyButton: '导出我的记录',
  eraseButton: '删除我的记录',
  copyReady: (v: { until: number }) => `您的记录副本已备好，点下面的链接下载，${f.time(v.until)} 前有效，过期可以再要一次。链接只出现在您自己的网页聊天窗口里，请不要转给别人。`,
  copyLinks: { html: '网页版（可阅读）', json: 'JSON（机器可读）' },
  eraseTitle: '删除我的服务记录',
  eraseAsk: '请确认：删除后，您和我们都再也看不到这些内容。',
  eraseRow: { what: '删除', files: '文件', stays: '依法保留', open: '办理中' },
  eraseWhat: (v: { conversations: number; messages: number }) => `${v.conversations} 个会话、${v.messages} 条消息、员工备注、评价留言，以及其中的号码`,
  eraseThis: '这个会话的全部消息、员工备注、评价留言，以及其中的号码',
  eraseFiles: (v: { files: number }) => `${v.files} 个`,
  eraseStays: '工单的编号、类型、时间和退费金额（受理与账务凭证，不含文字和号码），以及查看号码、删除这件事本身的操作日志（依法备查）。账单和实名资料在业务系统里，法定期满后删除',
  eraseOpen: (v: { cases: number }) => `${v.cases} 个工单会继续办理，但其中的文字一并删除，进度也不再和您的号码关联；想先办完，请点取消`,
  eraseFee: '免费',
  eraseWhen: '立即',
  eraseBinds: '无法恢复',
  erasedStays: '已经删除的找不回来。',
  eraseUndo: '删除之后不能撤销；点取消就什么都不做。',
  erased: (v: { conversations: number; messages: number; files: number; id: string }) =>
    `已经删除：${v.conversations} 个会话里的 ${v.messages} 条消息和 ${v.files} 个文件，无法恢复。依法保留的只有工单编号、时间、金额和操作日志，不含文字和您的号码。业务系统里的资料按法定期限处理，受理编号 ${v.id}。您现在已退出验证，需要时可以重新验证。`,
  gone: '（应用户要求，内容已删除）',
  keptNoLonger: '（已过保存期限，内容已删除）',
  copy: {
    title: '个人信息副本',
    lead: '以下是本系统保存的、与这个号码有关的全部服务记录。账单、通话详单和实名资料由业务系统保存，可在对话中另行查询。',
    made: '生成时间',
    number: '手机号码',
    conversations: '会话',
    cases: '工单',
    promises: '承诺',
    ratings: '评价',
    reveals: '谁看过您的号码',
    none: '没有',
    file: '文件',
    summary: '给客服看的小结（AI 撰写）',
    staff: '工作人员',
  },
  linkExpired: '这个链接已失效，请在对话里再要一次。',
};
export type PrivacyWording = typeof privacy;
