/** No service: the number's own state and the area's outages first, then steps, then a ticket. Also for those who are not verified. */
import type { LineStatus, Outage } from '../domain/account.js';
import { wordingFor, type Wording } from '../wording/wording.js';
import { orPlainFailure, type Asked, type SkillPorts } from './account-skill.js';
import { answered, asks } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import { REPORT, reportFault, wantsReport } from './fault-reports.js';
import type { Skill, SkillAnswer, SkillRequest } from './skill.js';

interface Place {
  readonly region: string;
  readonly status: LineStatus;
}

const cityIn = (request: SkillRequest): string | undefined =>
  request.entities.find((entity) => entity.kind === 'city')?.value.toString() ?? request.slots['city'];

async function placeOf({ businessSystem }: SkillPorts, request: SkillRequest): Promise<Place | null> {
  const city = cityIn(request);
  if (request.msisdn === null) return city === undefined ? null : { region: city, status: 'active' };
  const { region, status } = await businessSystem.profile(request.msisdn);
  return { region: city ?? region, status };
}

function outageLines(words: Wording, request: SkillRequest, facts: { region: string; outages: readonly Outage[] }): readonly string[] {
  const { region, outages } = facts;
  if (outages.length === 0) return [words.line.noOutage({ region, asOf: request.now })];
  return outages.map((outage) =>
    words.line.outage({ region: outage.region, text: outage.text[request.locale], since: outage.since, restoredBy: outage.restoredBy }),
  );
}

async function look(ports: SkillPorts, request: SkillRequest, words: Wording): Promise<SkillAnswer> {
  const { line, billing, buttons } = words;
  const place = await placeOf(ports, request);
  if (place === null) return asks(request, 'city', { lines: [line.askCity], buttons: [personButton(words)] });
  if (place.status !== 'active') {
    return answered(request, {
      lines: [billing.status[place.status]],
      buttons: [nextButton(place.status === 'lost-suspended' ? 'sim_lost' : 'arrears_suspension', buttons.restore), personButton(words)],
    });
  }
  const outages = (await ports.network.outages(place.region)).filter((outage) => outage.service === 'mobile');
  const said = outageLines(words, request, { region: place.region, outages });
  if (outages.length > 0) return answered(request, { lines: said, buttons: [personButton(words)], slots: {} });
  return answered(request, {
    lines: [...said, line.noSignalSteps, line.stillBad],
    buttons: [nextButton('no_signal', buttons.report, REPORT), personButton(words)],
  });
}

export const noSignal = (ports: SkillPorts): Skill => ({
  id: 'no-signal',
  run(request) {
    const words = wordingFor(request.locale);
    const { msisdn } = request;
    if (!wantsReport(request.slots)) return orPlainFailure(request, () => look(ports, request, words));
    if (msisdn === null) return Promise.resolve({ kind: 'needs-verification', level: 'basic' });
    const asked: Asked = { ...request, msisdn, words };
    return orPlainFailure(request, () => reportFault(ports.network, asked, 'no-signal'));
  },
});
