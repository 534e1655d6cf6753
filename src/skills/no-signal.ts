/** No service: the number's own state and the area's outages first, then steps, then a ticket. Also for those who are not verified. */
import type { LineStatus, Outage } from '../domain/account.js';
import { wordingFor, type Wording } from '../wording/wording.js';
import { orPlainFailure, type Asked, type SkillPorts } from './account-skill.js';
import { answered, asks } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import { inHand, inHandLine, standingButtons } from './case-opening.js';
import { pastSteps, REPORT, reportFault, wantsReport } from './fault-reports.js';
import { outOfService } from './line-state.js';
import type { Skill, SkillAnswer, SkillRequest } from './skill.js';

interface Place {
  readonly region: string;
  /** As it is said back: the subscriber's own word for a city, or the district of the account. */
  readonly label: string;
  readonly isOwnArea: boolean;
  readonly status: LineStatus;
  /** Of whoever has no account to tell it: kept for what is said next. */
  readonly slots: Readonly<Record<string, string>>;
}

function cityIn(request: SkillRequest): { value: string; label: string } | null {
  for (const entity of request.entities) {
    if (entity.kind === 'city') return { value: entity.value, label: entity.text };
  }
  const { city } = request.slots;
  return city === undefined || city === '' ? null : { value: city, label: request.slots['place'] ?? city };
}

async function placeOf({ businessSystem }: SkillPorts, request: SkillRequest): Promise<Place | null> {
  const city = cityIn(request);
  const profile = request.msisdn === null ? null : await businessSystem.profile(request.msisdn);
  const status = profile?.status ?? 'active';
  if (city !== null) return { region: city.value, label: city.label, isOwnArea: false, status, slots: profile === null ? { city: city.value, place: city.label } : {} };
  return profile === null ? null : { region: profile.region, label: profile.region, isOwnArea: true, status, slots: {} };
}

function outageLines(words: Wording, request: SkillRequest, facts: { place: Place; outages: readonly Outage[] }): readonly string[] {
  const { place, outages } = facts;
  const { isOwnArea } = place;
  if (outages.length === 0) return [words.line.noOutage({ region: place.label, isOwnArea, asOf: request.now })];
  return outages.map((outage) =>
    words.line.outage({ region: place.label, isOwnArea, text: outage.text[request.locale], since: outage.since, restoredBy: outage.restoredBy }),
  );
}

/** Of a place that was asked for and is not known the network says nothing; the steps help all the same. */
function withoutPlace(request: SkillRequest, words: Wording): SkillAnswer {
  const { line, buttons } = words;
  return answered(request, { lines: [line.noSignalSteps, line.stillBad], buttons: [nextButton('no_signal', buttons.report, REPORT), personButton(words)] });
}

async function look(ports: SkillPorts, request: SkillRequest, words: Wording): Promise<SkillAnswer> {
  const { line, buttons } = words;
  const place = await placeOf(ports, request);
  if (place === null && request.slots['city'] === '') return withoutPlace(request, words);
  if (place === null) return asks(request, 'city', { lines: [line.askCity], buttons: [personButton(words)] });
  const stopped = outOfService(request, words, place.status);
  if (stopped) return stopped;
  const outages = (await ports.network.outages(place.region)).filter((outage) => outage.service === 'mobile');
  const said = outageLines(words, request, { place, outages });
  const { msisdn } = request;
  const reported = msisdn === null ? null : await inHand(ports, { ...request, msisdn, words }, 'no-signal');
  if (reported) return answered(request, { lines: [...said, inHandLine({ words, locale: request.locale }, reported)], buttons: standingButtons({ words }, reported) });
  if (outages.length > 0) return answered(request, { lines: [...said, line.outageKnown], buttons: [nextButton('no_signal', buttons.tellWhenMended, REPORT), personButton(words)], slots: place.slots });
  const { areSkipped, opening } = pastSteps({ text: request.text, words });
  return answered(request, {
    lines: [opening, ...said, areSkipped ? null : line.noSignalSteps, line.stillBad],
    buttons: [nextButton('no_signal', buttons.report, REPORT), personButton(words)],
    slots: place.slots,
  });
}

export const noSignal = (ports: SkillPorts): Skill => ({
  id: 'no-signal',
  run(request) {
    const words = wordingFor(request.locale);
    const { msisdn } = request;
    if (msisdn === null) return wantsReport(request.slots) ? Promise.resolve({ kind: 'needs-verification', level: 'basic' }) : orPlainFailure(request, () => look(ports, request, words));
    const asked: Asked = { ...request, msisdn, words };
    return orPlainFailure(request, async () => (await reportFault(ports, asked, 'no-signal')) ?? look(ports, request, words));
  },
});
