/** What people ask next after an article's answer, as intents whose names become buttons. */
import { PERSON_INTENT } from '../domain/intent.js';

export const NEXT_STEPS: Readonly<Record<string, readonly string[]>> = {
  recharge: ['recharge_not_received', 'auto_pay'],
  invoice: ['bill_query'],
  auto_pay: ['recharge'],
  plan_rules: ['plan_current', 'plan_recommend'],
  roaming_international: ['data_usage_query'],
  family_share: ['plan_current'],
  five_g: ['plan_recommend'],
  sim_replace: ['store_locator'],
  number_portability: ['contract_end', 'plan_recommend', PERSON_INTENT],
  real_name: ['store_locator'],
  transfer_ownership: ['store_locator'],
  service_password: ['app_login'],
  call_services: ['vas_query'],
  broadband_install: ['plan_recommend'],
  broadband_account: ['broadband_fault'],
  volte: ['no_signal'],
  sms_failure: ['no_signal'],
  device_setup: ['slow_data'],
  device_warranty: ['store_locator'],
  spam_calls: ['fraud_report'],
  store_locator: ['service_hours'],
  service_hours: ['store_locator'],
  member_benefits: ['points_query'],
  app_login: ['service_password'],
  number_suspend: ['plan_current'],
  landline: ['broadband_fault'],
  complaint: ['complaint', 'ticket_progress'],
};

/** The first things most people come for. */
export const FIRST_STEPS = ['balance_query', 'data_usage_query', 'bill_query', 'recharge'] as const;
