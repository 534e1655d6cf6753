/** Stored settings: supervisors read them with their meaning in words, and change one section at a time. */
import { Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import { DEFAULT_SETTINGS, SECTION_NAMES } from '../../domain/settings.js';
import type { SectionName, SettingSections } from '../../domain/settings.js';
import type { Staff } from '../../domain/staff.js';
import { settingsChange, settingSchemas } from '../../protocol/settings.js';
import { settingsWords } from '../../wording/settings/words.js';
import { permittedStaff } from './callers.js';
import type { HttpDeps } from './http-deps.js';
import { answering, sendProblem } from './problem.js';

/** The domain's shapes and the wire's schemas are held against each other here. */
const SCHEMAS: { readonly [Name in SectionName]: z.ZodType<SettingSections[Name]> } = settingSchemas;

export function settingsRoutes({ signIn, settings, ids, clock }: HttpDeps): Router {
  const router = Router();
  const asked = async (request: Request): Promise<{ section: SectionName; by: Staff } | Refusal> => {
    const by = await permittedStaff(request, signIn, 'settings.change');
    if (isRefusal(by)) return by;
    const section = SECTION_NAMES.find((name) => name === request.params['section']);
    return section === undefined ? refuse('not-found', 'no such section') : { section, by };
  };
  router.get(
    '/api/settings',
    answering(async (request) => {
      const staff = await permittedStaff(request, signIn, 'settings.change');
      if (isRefusal(staff)) return staff;
      return {
        sections: SECTION_NAMES.map((section) => ({
          ...settings.section(section),
          ...settingsWords(section),
          schema: z.toJSONSchema(SCHEMAS[section], { unrepresentable: 'any', io: 'input' }),
          defaults: DEFAULT_SETTINGS[section],
        })),
      };
    }),
  );
  router.get(
    '/api/settings/:section',
    answering(async (request) => {
      const found = await asked(request);
      if (isRefusal(found)) return found;
      const history = (await settings.history(found.section)).map(({ version, value, changedAt, changedBy }) => ({ version, value, changedAt, changedBy }));
      return { ...settings.section(found.section), history };
    }),
  );
  router.put(
    '/api/settings/:section',
    answering(async (request, response) => {
      const found = await asked(request);
      if (isRefusal(found)) return found;
      const parsed = settingsChange.safeParse(request.body);
      if (!parsed.success) return refuse('bad-request');
      const value = SCHEMAS[found.section].safeParse(parsed.data.value);
      if (!value.success) return refuseFields(request, response, value.error);
      const { section, by } = found;
      const entry = { id: ids.next(), at: clock.now(), staff: { id: by.id, name: by.name }, act: 'settings.changed', conversationId: null, target: section, reason: '', detail: '' };
      return settings.change({ section, basedOn: parsed.data.version, value: value.data, by: by.id }, entry);
    }),
  );
  return router;
}

/** Says which fields are wrong and how, so that the page can mark them. */
function refuseFields(request: Request, response: Response, error: z.ZodError): object {
  const problems = error.issues.map((issue) => ({ path: issue.path.join('.'), code: issue.code, detail: issue.message }));
  sendProblem(request, response, refuse('bad-request', problems.map(({ path }) => path).join(', ')), { problems });
  return {};
}
