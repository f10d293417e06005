import { type Choice, chosenOf, Legend, Option } from './choices.tsx';
import { classes, errorId, FieldErrorMessage, type FieldProps, Hint, hintId } from './field.tsx';

export interface ChoiceGroup {
  label: string;
  options: readonly Choice[];
}

/** Any number of choices of one question, in groups under their own names; `value` holds those chosen, one a line. */
export function CheckboxGroups({ groups, ...props }: FieldProps & { groups: readonly ChoiceGroup[] }) {
  const described =
    classes(props.hint && hintId(props.name), props.error && errorId(props.name)) || undefined;
  return (
    <div className={classes('nhsuk-form-group', props.error && 'nhsuk-form-group--error')}>
      <fieldset className="nhsuk-fieldset" aria-describedby={described}>
        <Legend label={props.label} size="m" />
        <Hint name={props.name} hint={props.hint} />
        <FieldErrorMessage name={props.name} error={props.error} />
        {withIds(groups, props.name).map(({ label, options }) => (
          <Group key={label} label={label} options={options} field={props} />
        ))}
      </fieldset>
    </div>
  );
}

type Numbered = Choice & { id: string };

const Group = ({
  label,
  options,
  field,
}: {
  label: string;
  options: readonly Numbered[];
  field: FieldProps;
}) => (
  <div className="nhsuk-form-group">
    <fieldset className="nhsuk-fieldset">
      <Legend label={label} />
      <div className="nhsuk-checkboxes nhsuk-checkboxes--small" data-module="nhsuk-checkboxes">
        {options.map((option) => (
          <Option
            key={option.value}
            kind="checkboxes"
            name={field.name}
            id={option.id}
            option={option}
            checked={chosenOf(field).includes(option.value)}
          />
        ))}
      </div>
    </fieldset>
  </div>
);

/** The first choice that can be made has the field's own name for its id, so that the error summary leads to it. */
function withIds(groups: readonly ChoiceGroup[], name: string): { label: string; options: Numbered[] }[] {
  const all = groups.flatMap(({ options }) => options);
  const first = all.find(({ fixed }) => !fixed) ?? all[0];
  const idOf = (option: Choice) => (option === first ? name : `${name}-${all.indexOf(option) + 1}`);
  return groups.map(({ label, options }) => ({
    label,
    options: options.map((option) => ({ ...option, id: idOf(option) })),
  }));
}
