import { classes, Field, type FieldProps } from './field.tsx';

interface SelectProps extends FieldProps {
  options: readonly { value: string; label: string }[];
}

export const Select = ({ options, ...props }: SelectProps) => (
  <Field {...props}>
    {(describedBy) => (
      <select
        className={classes('nhsuk-select', props.error && 'nhsuk-select--error')}
        id={props.name}
        name={props.name}
        aria-describedby={describedBy}
        defaultValue={props.value}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
);
