/** Said below buttons to somebody who may use the command but not them. */
export const buttonsAreForTeam =
  '-# These buttons take the permission **Manage Server**, or the role that `/serial set team:` names.';

/** Why a button is refused to somebody who does not run the serial, and the cure. */
export const notRunning =
  'That is for those who run this story: it takes the permission **Manage Server**, or the role that `/serial set team:` names.';
