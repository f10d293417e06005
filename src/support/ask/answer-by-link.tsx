import { Button, ButtonGroup, Form } from '../../ui/index.ts';

interface AnswerProps {
  action: string;
  secret: string;
  yes: string;
  no: string;
}

/** Yes or no, from whoever holds the link. */
export const AnswerByLink = ({ action, secret, yes, no }: AnswerProps) => (
  <Form action={action}>
    <input type="hidden" name="link" value={secret} />
    <ButtonGroup>
      <Button name="answer" value="yes">
        {yes}
      </Button>
      <Button name="answer" value="no" variant="secondary">
        {no}
      </Button>
    </ButtonGroup>
  </Form>
);
