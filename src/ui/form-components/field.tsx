import type { ReactNode } from 'react';
import { useUiWords } from '../visit.ts';

/** What every field takes. Its id is its name, so that the error summary's links find it. */
export interface FieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  value?: string | undefined;
  error?: string | undefined;
  /** On a page that asks one question, the label is the page's heading. */
  labelIsHeading?: boolean;
}

interface FieldFrame extends FieldProps {
  className?: string;
  data?: Record<`data-${string}`, string | number>;
  /** An id of our own text that also describes the control, such as a character count. */
  describedBy?: string;
  children: (describedBy: string | undefined) => ReactNode;
}

/** Label, hint and error around one control, in the library's markup. */
export function Field({ children, className, data, describedBy, ...field }: FieldFrame) {
  const ids = [describedBy, field.hint && hintId(field.name), field.error && errorId(field.name)];
  return (
    <div
      className={classes('nhsuk-form-group', field.error && 'nhsuk-form-group--error', className)}
      {...data}
    >
      <Label {...field} />
      <Hint name={field.name} hint={field.hint} />
      <FieldErrorMessage name={field.name} error={field.error} />
      {children(classes(...ids) || undefined)}
    </div>
  );
}

function Label({ name, label, labelIsHeading }: FieldProps) {
  if (!labelIsHeading)
    return (
      <label className="nhsuk-label" htmlFor={name}>
        {label}
      </label>
    );
  return (
    <h1 className="nhsuk-label-wrapper">
      <label className="nhsuk-label nhsuk-label--l" htmlFor={name}>
        {label}
      </label>
    </h1>
  );
}

export const Hint = ({ name, hint }: { name: string; hint?: ReactNode }) =>
  hint ? (
    <div className="nhsuk-hint" id={hintId(name)}>
      {hint}
    </div>
  ) : null;

export function FieldErrorMessage({ name, error }: { name: string; error?: string | undefined }) {
  const words = useUiWords();
  if (!error) return null;
  return (
    <span className="nhsuk-error-message" id={errorId(name)}>
      <span className="nhsuk-u-visually-hidden">{words.field.error} </span>
      {error}
    </span>
  );
}

export const classes = (...names: unknown[]) => names.filter(Boolean).join(' ');
export const hintId = (name: string) => `${name}-hint`;
export const errorId = (name: string) => `${name}-error`;
