import type { ReactNode } from 'react';
import { classes, errorId, FieldErrorMessage, type FieldProps, Hint, hintId } from './field.tsx';

export interface Choice {
  value: string;
  label: string;
  hint?: ReactNode;
  /** Shown as it is, and cannot be changed here. */
  fixed?: 'ticked' | 'empty';
}

interface ChoicesProps extends FieldProps {
  options: readonly Choice[];
  small?: boolean;
}

/** One choice. */
export const Radios = ({ inline, ...props }: ChoicesProps & { inline?: boolean }) => (
  <Choices
    {...props}
    kind="radios"
    className={inline ? 'nhsuk-radios--inline' : ''}
    chosen={[props.value ?? '']}
  />
);

/** Any number of choices; `value` holds those chosen, one a line, as a form's state keeps them. */
export const Checkboxes = (props: ChoicesProps) => (
  <Choices {...props} kind="checkboxes" className="" chosen={chosenOf(props)} />
);

export const chosenOf = ({ value }: Pick<FieldProps, 'value'>): string[] => (value ?? '').split('\n');

type Kind = { kind: 'radios' | 'checkboxes'; chosen: string[]; className: string };

function Choices({ kind, chosen, className, ...props }: ChoicesProps & Kind) {
  const described =
    classes(props.hint && hintId(props.name), props.error && errorId(props.name)) || undefined;
  const small = props.small && `nhsuk-${kind}--small`;
  return (
    <div className={classes('nhsuk-form-group', props.error && 'nhsuk-form-group--error')}>
      <fieldset className="nhsuk-fieldset" aria-describedby={described}>
        <Legend label={props.label} {...(props.labelIsHeading && { isHeading: true })} />
        <Hint name={props.name} hint={props.hint} />
        <FieldErrorMessage name={props.name} error={props.error} />
        <div className={classes(`nhsuk-${kind}`, small, className)} data-module={`nhsuk-${kind}`}>
          {props.options.map((option, at) => (
            <Option
              key={option.value}
              kind={kind}
              name={props.name}
              id={at === 0 ? props.name : `${props.name}-${at + 1}`}
              option={option}
              checked={chosen.includes(option.value)}
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}

export const Legend = ({
  label,
  isHeading,
  size = 's',
}: {
  label: string;
  isHeading?: boolean;
  size?: 's' | 'm';
}) =>
  isHeading ? (
    <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--l">
      <h1 className="nhsuk-fieldset__heading">{label}</h1>
    </legend>
  ) : (
    <legend className={`nhsuk-fieldset__legend nhsuk-fieldset__legend--${size}`}>{label}</legend>
  );

interface OptionProps {
  kind: Kind['kind'];
  name: string;
  id: string;
  option: Choice;
  checked: boolean;
}

export const Option = ({ kind, name, id, option, checked }: OptionProps) => (
  <div className={`nhsuk-${kind}__item`}>
    <input
      className={`nhsuk-${kind}__input`}
      id={id}
      name={name}
      type={kind === 'radios' ? 'radio' : 'checkbox'}
      value={option.value}
      defaultChecked={option.fixed ? option.fixed === 'ticked' : checked}
      disabled={option.fixed !== undefined}
      aria-describedby={option.hint ? `${id}-item-hint` : undefined}
    />
    <label className={`nhsuk-label nhsuk-${kind}__label`} htmlFor={id}>
      {option.label}
    </label>
    {option.hint ? (
      <div className={`nhsuk-hint nhsuk-${kind}__hint`} id={`${id}-item-hint`}>
        {option.hint}
      </div>
    ) : null}
  </div>
);
