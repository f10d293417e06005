import { catalogue } from '../../../kernel/words.ts';

export const teamsWords = catalogue({
  en: {
    title: 'Teams',
    toStaff: 'Staff',
    lead: 'A ticket can be given to a team. Everybody in the team then sees it among theirs.',
    add: 'Add a team',
    caption: 'Teams',
    columns: { name: 'Team', members: 'People', waiting: 'Tickets waiting for us', change: 'Change' },
    nobody: 'Nobody yet',
    change: 'Change',
    end: 'End',
    of: (name: string) => `the team ${name}`,
    none: 'There are no teams',
    noneText: 'Without teams every ticket is everybody’s. Add one when some people answer some questions.',
    form: {
      addTitle: 'Add a team',
      changeTitle: (name: string) => `Change the team ${name}`,
      name: 'Name of the team',
      nameEmpty: 'Enter a name for the team',
      nameLong: 'Name of the team must be 80 characters or fewer',
      nameTaken: 'There is a team with this name already',
      members: 'Who is in it',
      membersHint: 'Editors are not listed, because they answer no tickets.',
      nobodyToChoose: 'Nobody of the staff answers tickets yet.',
      addButton: 'Add the team',
      changeButton: 'Save',
    },
    endStep: {
      title: (name: string) => `End the team ${name}`,
      what: (waiting: number) =>
        waiting === 0
          ? 'No ticket of this team waits for us.'
          : waiting === 1
            ? 'One ticket of this team waits for us. It goes back to everybody.'
            : `${waiting} tickets of this team wait for us. They go back to everybody.`,
      button: 'End the team',
    },
    done: {
      'team-added': 'The team is there.',
      'team-changed': 'The team is changed.',
      'team-ended': 'The team has ended. Its tickets are everybody’s.',
    },
    unchanged: {},
  },
});

export type TeamsWords = (typeof teamsWords)['en'];
