import { Field, type FieldProps } from './field.tsx';

interface FileInputProps extends FieldProps {
  /** What the browser offers first, like `.csv,text/csv`; the server decides what it takes. */
  accept?: string;
}

/** One file. Its form must be multipart. */
export const FileInput = ({ accept, ...props }: FileInputProps) => (
  <Field {...props} className="nhsuk-file-upload">
    {(describedBy) => (
      <input
        className="nhsuk-file-upload__input"
        id={props.name}
        name={props.name}
        type="file"
        accept={accept}
        aria-describedby={describedBy}
      />
    )}
  </Field>
);
