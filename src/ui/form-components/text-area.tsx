import { useUiWords } from '../visit.ts';
import { classes, Field, type FieldProps } from './field.tsx';

interface TextAreaProps extends FieldProps {
  rows?: number;
  /** Counted while typing, never cut off: the server says when it is too long. */
  maximum?: number;
}

export const TextArea = ({ maximum, ...props }: TextAreaProps) =>
  maximum ? (
    <CountedTextArea {...props} maximum={maximum} />
  ) : (
    <Field {...props}>{(by) => <Control {...props} by={by} />}</Field>
  );

function CountedTextArea({ maximum, ...props }: TextAreaProps & { maximum: number }) {
  const { characters } = useUiWords();
  const info = `${props.name}-info`;
  const data = {
    'data-module': 'nhsuk-character-count',
    'data-maxlength': maximum,
    'data-left': characters.left,
    'data-one-left': characters.oneLeft,
    'data-over': characters.over,
    'data-one-over': characters.oneOver,
  };
  return (
    <Field {...props} className="nhsuk-character-count" data={data} describedBy={info}>
      {(by) => (
        <>
          <Control {...props} by={by} counted />
          <div className="nhsuk-hint nhsuk-character-count__message" id={info}>
            {characters.limit(maximum)}
          </div>
        </>
      )}
    </Field>
  );
}

const Control = ({
  by,
  counted,
  ...props
}: TextAreaProps & { by: string | undefined; counted?: boolean }) => (
  <textarea
    className={classes(
      'nhsuk-textarea',
      props.error && 'nhsuk-textarea--error',
      counted && 'nhsuk-js-character-count',
    )}
    id={props.name}
    name={props.name}
    rows={props.rows ?? 5}
    aria-describedby={by}
    defaultValue={props.value}
  />
);
