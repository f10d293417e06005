import type { HTMLInputAutoCompleteAttribute } from 'react';
import { classes, Field, type FieldProps } from './field.tsx';

export interface TextInputProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'search';
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: 'text' | 'numeric' | 'email' | 'tel' | 'search';
  /** Even-width characters, for codes and numbers that are read off something. */
  code?: boolean;
  spellCheck?: boolean;
  autoCapitalize?: 'none' | 'words' | 'characters';
}

export const TextInput = ({ type = 'text', ...props }: TextInputProps) => (
  <Field {...props}>
    {(describedBy) => (
      <input
        className={classes(
          'nhsuk-input',
          props.code && 'nhsuk-input--code',
          props.error && 'nhsuk-input--error',
          props.width && `nhsuk-input--width-${props.width}`,
        )}
        id={props.name}
        name={props.name}
        type={type}
        spellCheck={props.spellCheck}
        defaultValue={props.value}
        aria-describedby={describedBy}
        autoComplete={props.autoComplete}
        autoCapitalize={props.autoCapitalize}
        inputMode={props.inputMode}
      />
    )}
  </Field>
);

/** `autoComplete="email"` only when people give their own address, never a colleague's (WCAG 1.3.5). */
export const EmailInput = (props: TextInputProps) => (
  <TextInput {...props} type="email" spellCheck={false} autoCapitalize="none" width={props.width ?? 30} />
);

export const PhoneInput = (props: TextInputProps) => (
  <TextInput {...props} type="tel" width={props.width ?? 20} />
);

/** One field, never split into boxes, so that pasting and filling in by the phone work (WCAG 3.3.8). */
export const CodeInput = (props: TextInputProps) => (
  <TextInput
    {...props}
    code
    width={props.width ?? 10}
    inputMode={props.inputMode ?? 'numeric'}
    autoComplete="one-time-code"
    spellCheck={false}
  />
);
