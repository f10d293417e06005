import { Checkboxes } from '../../ui/index.ts';
import type { PartProps } from './log-in-code-props.ts';

/** Not there for those who give a code at every log in. */
export const Remember = ({ form, step, settings, words }: PartProps) =>
  step.canRemember ? (
    <Checkboxes
      name="remember"
      label={words.remember}
      small
      value={form.values.remember}
      options={[
        {
          value: 'yes',
          label: words.rememberLabel(settings.secondFactor.rememberDevice),
          hint: words.rememberHint,
        },
      ]}
    />
  ) : null;
