/** All skills, by id: what the assistant can do for a subscriber's account. */
import type { SkillPorts } from './account-skill.js';
import { arrearsSuspension } from './arrears-suspension.js';
import { balanceQuery } from './balance-query.js';
import { billExplain } from './bill-explain.js';
import { billQuery } from './bill-query.js';
import { broadbandFault } from './broadband-fault.js';
import { callDetail } from './call-detail.js';
import { contractEnd } from './contract-end.js';
import { dataPackBuy } from './data-pack-buy.js';
import { dataUsageQuery } from './data-usage-query.js';
import { noSignal } from './no-signal.js';
import { ownNumber } from './own-number.js';
import { planChange } from './plan-change.js';
import { planCurrent } from './plan-current.js';
import { planRecommend } from './plan-recommend.js';
import { pointsQuery } from './points-query.js';
import { privacyRequest } from './privacy-request.js';
import { pukUnlock } from './puk-unlock.js';
import { rechargeNotReceived } from './recharge-not-received.js';
import { simLost } from './sim-lost.js';
import type { Skill } from './skill.js';
import { slowData } from './slow-data.js';
import { ticketProgress } from './ticket-progress.js';
import { vasCancel } from './vas-cancel.js';
import { vasQuery } from './vas-query.js';
import { voiceUsageQuery } from './voice-usage-query.js';

export function createSkills(ports: SkillPorts): ReadonlyMap<string, Skill> {
  const skills = [
    balanceQuery, dataUsageQuery, voiceUsageQuery, billQuery, billExplain, rechargeNotReceived, pointsQuery, arrearsSuspension,
    planCurrent, planRecommend, planChange, dataPackBuy, vasQuery, vasCancel, contractEnd,
    simLost, pukUnlock, callDetail, noSignal, slowData, broadbandFault, ticketProgress, privacyRequest, ownNumber,
  ].map((make) => make(ports));
  return new Map(skills.map((skill) => [skill.id, skill]));
}
