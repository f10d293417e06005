import type { VariableName, VariableValues } from './environment-variables.ts';
import type { Settings } from './platform/settings/settings.ts';

/** What sends text messages, where the operator set one up. */
export type TextService =
  | { by: 'notify'; apiKey: string; templateId: string; url: string }
  | { by: 'gateway'; url: string; token: string };

const notifyItself = 'https://api.notifications.service.gov.uk';

export function readTextService(values: VariableValues): TextService | undefined {
  const { NOTIFY_API_KEY: apiKey, NOTIFY_TEMPLATE_ID: templateId, NOTIFY_URL = notifyItself } = values;
  if (apiKey && templateId) return { by: 'notify', apiKey, templateId, url: NOTIFY_URL };
  const { SMS_GATEWAY_URL: url, SMS_GATEWAY_TOKEN: token } = values;
  return url && token ? { by: 'gateway', url, token } : undefined;
}

/** Variables of which one is no use without the other. */
export const belongTogether: readonly [VariableName, VariableName][] = [
  ['NOTIFY_API_KEY', 'NOTIFY_TEMPLATE_ID'],
  ['SMS_GATEWAY_URL', 'SMS_GATEWAY_TOKEN'],
];

/** Nobody is offered a code by text where nothing sends one. */
export const withoutTexts = (settings: Settings): Settings => ({
  ...settings,
  secondFactor: {
    ...settings.secondFactor,
    methods: settings.secondFactor.methods.filter((method) => method !== 'text'),
  },
});
