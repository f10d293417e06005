import { Field, type FieldProps } from './field.tsx';

interface FileInputProps extends FieldProps {
  /** What the browser offers first, like `.csv,text/csv`; the server decides what it takes. */
  accept?: string;
  /** Several may be chosen at once. */
  many?: boolean;
}

/** A file, or several. Its form must be multipart. */
export const FileInput = ({ accept, many, ...props }: FileInputProps) => (
  <Field {...props} className="nhsuk-file-upload">
    {(describedBy) => (
      <input
        className="nhsuk-file-upload__input"
        id={props.name}
        name={props.name}
        type="file"
        accept={accept}
        multiple={many}
        aria-describedby={describedBy}
      />
    )}
  </Field>
);
