import type { SeenEffect } from './seen-effects.ts';

/**
 * What comes of every mail of the golden set: how it ends and why, its ticket, how its message begins, and its files with
 * why each is refused. They all arrive together, after a first ticket that Amara began and Gwen answered.
 */
const table = `
mail | effect | ticket | begins | files
amp-alternative                       | handled new-ticket               | Three ways                               | Plain again.                             |
apple-mail-picture-inline             | handled new-ticket               | Screen shot                              | This is what I see:                      | shot.png
auto-another-help-desk                | ignored auto-reply auto-submitted |                                          |                                          |
auto-cpanel                           | ignored auto-reply x-autorespond |                                          |                                          |
auto-exchange-out-of-office           | ignored auto-reply auto-submitted | the first                                |                                          |
auto-gmail-vacation                   | ignored auto-reply auto-submitted |                                          |                                          |
auto-groupwise                        | ignored auto-reply precedence    |                                          |                                          |
auto-null-return-path                 | ignored auto-reply null-return-path |                                          |                                          |
auto-outlook-com                      | ignored auto-reply x-auto-response-suppress |                                          |                                          |
auto-read-receipt                     | ignored auto-reply read-receipt  |                                          |                                          |
auto-sieve                            | ignored auto-reply auto-submitted |                                          |                                          |
auto-spam-complaint                   | ignored auto-reply complaint-report |                                          |                                          |
auto-subject-alone                    | ignored auto-reply subject       |                                          |                                          |
auto-subject-in-french                | ignored auto-reply subject       |                                          |                                          |
auto-submitted-no                     | handled new-ticket               | By hand                                  | I wrote this myself.                     |
base64-text                           | handled new-ticket               | In base64                                | The whole letter in base64.              |
body-with-null-bytes                  | handled new-ticket               | Nulls                                    | Beforeafter.                             |
bounce-delayed                        | ignored delayed                  |                                          |                                          |
bounce-delivered                      | handled delivered                |                                          |                                          |
bounce-exchange                       | handled bounce                   | the first                                |                                          |
bounce-exim                           | handled bounce                   | the first                                |                                          |
bounce-full-for-now                   | handled bounce                   | the first                                |                                          |
bounce-gmail                          | handled bounce                   | the first                                |                                          |
bounce-of-a-mail-that-is-not-ours     | ignored bounce of-no-message     |                                          |                                          |
bounce-postfix                        | handled bounce                   | the first                                |                                          |
bounce-qmail                          | handled bounce                   | the first                                |                                          |
bounce-sendmail                       | handled bounce                   | the first                                |                                          |
calendar-accepted                     | ignored auto-reply calendar      |                                          |                                          |
calendar-invitation                   | handled new-ticket               | Invitation: Training                     | Can you show us the portal?              | file.bin other-kind
charset-8bit-headers                  | handled new-ticket               | Cyfrif wedi’i gloi                       | Help, os gwelwch yn dda.                 |
charset-declared-wrong                | handled new-ticket               | Rees                                     | Cyfrif SiÃ¢n wediâ€™i gloi.              |
charset-emoji                         | handled new-ticket               | Stuck 😭                                  | Please help 👩🏽‍⚕️!                       |
charset-gb18030                       | handled new-ticket               | 无法登录                                     | 我忘记了密码。                                  |
charset-iso-2022-jp                   | handled new-ticket               | ログインできません                                | パスワードを忘れました。                             |
charset-iso-8859-15-euro              | handled new-ticket               | Fee                                      | I was charged € 20 for nothing.          |
charset-koi8-r                        | handled new-ticket               | Не могу войти                            | Пароль не подходит.                      |
charset-latin1-quoted-printable       | handled new-ticket               | Café account                             | Jérôme at the café practice cannot log i |
charset-subject-in-many-words         | handled new-ticket               | Mae fy nghyfrif wedi’i gloi ers dydd Llu | Dim byd arall.                           |
charset-unknown                       | handled new-ticket               | An odd program                           | My program names no charset that anybody |
charset-utf16-base64                  | handled new-ticket               | Sixteen bits                             | My code does not arrive ☂                |
charset-utf8                          | handled new-ticket               | Password page in Cymraeg                 | Mae’r dudalen yn dangos “cyfrif ar glo”. |
charset-windows-1252                  | handled new-ticket               | Locked out                               | The page says “account locked” – what no |
date-nonsense                         | handled new-ticket               | Strange date                             | Still a letter.                          |
empty-body                            | handled new-ticket               | Call me on 07700 900123                  | This email holds no text.                |
encrypted-smime                       | handled new-ticket               | Encrypted                                | This email holds no text.                | smime.p7m other-kind
file-empty                            | handled new-ticket               | Empty file                               | See the file.                            | empty.pdf empty
file-name-climbs                      | handled new-ticket               | Climbing                                 | See the file.                            | passwd.pdf
file-name-in-another-script           | handled new-ticket               | Named in Hindi                           | Attached.                                | पत्र.pdf
file-pdf                              | handled new-ticket               | One file                                 | See the file.                            | referral.pdf
file-program                          | handled new-ticket               | Run this                                 | See the file.                            | invoice.pdf.exe program
file-seven                            | handled new-ticket               | Seven files                              | See the file.                            | page-1.pdf, page-2.pdf, page-3.pdf, page-4.pdf, page-5.pdf, page-6.pdf too-many, page-7.pdf too-many
file-svg-with-script                  | handled new-ticket               | Drawing                                  | See the file.                            | logo.svg active-content
file-without-a-name                   | handled new-ticket               | Nameless                                 | See the file.                            | file.pdf
file-without-text                     | handled new-ticket               | Only a file                              | This email holds no text.                | referral.pdf
format-flowed                         | handled new-ticket               | Flowed                                   | This line goes on in the next one.       |
forward-as-a-file                     | handled new-ticket               | please look                              | See the mail I got.                      | mail.eml.txt
forward-inline                        | handled new-ticket               | Locked                                   | Please see below.                        |
from-a-group                          | unreadable no-sender             |                                          |                                          |
from-international-domain             | handled new-ticket               | Umlaut                                   | Grüße.                                   |
from-name-is-an-address               | handled new-ticket               | Trust me                                 | I am support.                            |
from-no-address                       | unreadable no-sender             |                                          |                                          |
from-several-people                   | unreadable no-sender             |                                          |                                          |
from-twice                            | unreadable no-sender             |                                          |                                          |
group-of-our-own                      | handled new-ticket               | By way of our group                      | I wrote to your address.                 |
headers-beyond-all-measure            | unreadable not-understood        |                                          |                                          |
html-empty                            | handled new-ticket               | Nothing inside                           | This email holds no text.                |
html-link-that-lies                   | handled new-ticket               | Your invoice                             | Look: https://bank.example [https://evil |
html-only-outlook                     | handled new-ticket               | Outlook                                  | My account is locked.//Hugo              |
html-with-plain-text                  | handled new-ticket               | Both ways                                | The plain words.                         |
huge-headers                          | handled new-ticket               | Far travelled                            | I came a long way.                       |
list-google-group                     | ignored list list-id             |                                          |                                          |
list-mailman                          | ignored list list-id             |                                          |                                          |
list-newsletter                       | ignored list list-unsubscribe    |                                          |                                          |
list-precedence                       | ignored list precedence          |                                          |                                          |
look-alike-loop-mark                  | handled new-ticket               | Marked by another                        | My provider marks mail.                  |
loop-from-ourselves                   | ignored loop from                |                                          |                                          |
loop-our-mark                         | ignored loop x-loop              |                                          |                                          |
loop-our-message-id                   | ignored loop message-id          |                                          |                                          |
malformed-base64                      | handled new-ticket               | Broken base64                            | This is fine.                            |
malformed-boundary-never-closed       | handled new-ticket               | Not closed                               | The end never came.                      |
malformed-boundary-never-used         | handled new-ticket               | Not used                                 | Just words, no parts.                    |
malformed-encoded-word                | handled new-ticket               | ��[jǺ�Z� and =?nowhere?X?y?=             | Strange subject.                         |
malformed-header-without-colon        | handled new-ticket               | Odd header                               | Still readable.                          |
malformed-headers-only                | handled new-ticket               | Only headers                             | This email holds no text.                |
malformed-mbox-line                   | handled new-ticket               | From a file                              | >From the start it went wrong.           |
malformed-no-boundary                 | handled new-ticket               | No boundary                              | Just words again.                        |
malformed-quoted-printable            | handled new-ticket               | Broken quoting                           | 100=% sure =ZZ that                      |
nested-a-thousand-deep                | unreadable not-understood        |                                          |                                          |
nested-forty-deep                     | handled new-ticket               | Forty deep                               | At the bottom.                           |
nested-mixed-alternative-related      | handled new-ticket               | Nested                                   | Words within words.                      | letter.pdf, logo.png
no-content-type                       | handled new-ticket               | Bare                                     | Bare words.                              |
no-date                               | handled new-ticket               | No date                                  | My computer knows no date.               |
no-from                               | unreadable no-sender             |                                          |                                          |
no-message-id                         | handled new-ticket               | No id                                    | My program forgot it.                    |
no-subject                            | handled new-ticket               | Email without a subject                  | I forgot the subject.                    |
priority-and-receipt-wanted           | handled new-ticket               | Urgent!!!                                | Quickly please.                          |
raw-empty                             | unreadable not-understood        |                                          |                                          |
raw-mixed-line-ends                   | handled new-ticket               | Line ends                                | One/Two/Three                            |
raw-not-an-email                      | unreadable no-sender             |                                          |                                          |
reply-between-the-lines               | handled reply                    | the first                                | Firefox./Since Monday.                   |
reply-gmail                           | handled reply                    | the first                                | Thank you, it works now.                 |
reply-in-german-words                 | handled reply                    | the first                                | Danke.                                   |
reply-iphone                          | handled reply                    | the first                                | Which link?                              |
reply-outlook                         | handled reply                    | the first                                | Still locked.                            |
reply-says-nothing-new                | handled reply                    | the first                                | > Please try the new link.               |
reply-to-own-earlier-mail             | handled reply                    | the first                                | I forgot to say: I use a tablet.         |
reply-without-ids-names-the-reference | handled reply                    | the first                                | My program forgets what it answers.      |
same-mail-twice                       | ignored double                   |                                          |                                          |
signed-pgp                            | handled new-ticket               | Signed by PGP                            | Signed words.                            |
signed-smime                          | handled new-ticket               | Signed by S/MIME                         | Also signed.                             |
stranger-answers-a-forwarded-thread   | handled new-ticket               | We have answered your question REFERENCE | Amara sent me this. Can you tell me more |
stranger-forges-an-id-of-a-look-alike | handled new-ticket               | hello                                    | Let me in.                               |
stranger-names-the-reference          | handled new-ticket               | About REFERENCE                          | What did she write?                      |
subject-of-100-kilobytes              | handled new-ticket               | Help Help Help Help Help Help Help Help  | As I said above.                         |
subject-tries-a-second-header         | handled new-ticket               | Hello Bcc: all@practice.test             | Smuggling.                               |
subject-with-null-and-bell            | handled new-ticket               | Stop and go                              | Odd signs.                               |
winmail-dat                           | handled new-ticket               | Rich text                                | From Outlook with rich text.             | winmail.dat other-kind
`;

export const goldenEffects: Readonly<Record<string, SeenEffect>> = Object.fromEntries(
  table
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([mail = '', effect = '', ticket = '', begins = '', files = '']) => [
      mail,
      { effect, ticket, begins, files },
    ]),
);
