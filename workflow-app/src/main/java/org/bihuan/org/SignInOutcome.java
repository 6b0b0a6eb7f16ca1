package org.bihuan.org;

/** How a sign-in ended. */
public enum SignInOutcome {
    SIGNED_IN,
    WRONG_PASSWORD
}
