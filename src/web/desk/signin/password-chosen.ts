/** In place of the reason why a session ended: there was none, a password was just chosen. */
export const PASSWORD_CHOSEN = 'password-chosen';
