package org.bihuan.demo;

import org.bihuan.org.SignInRecords;
import org.bihuan.org.StaffPrincipal;
import org.bihuan.startup.StartupRefusedException;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Outside of the demonstration, refuses a database in which its well-known accounts still have its public password. */
@Component
@Profile("!demo")
@ConditionalOnProperty(name = "bihuan.startup.refuse-default-secrets", matchIfMissing = true)
class DemonstrationPasswords implements SmartInitializingSingleton {

    private final SignInRecords records;
    private final PasswordEncoder encoder;
    private final String password;

    DemonstrationPasswords(
            SignInRecords records,
            PasswordEncoder encoder,
            @Value("${bihuan.demo.password:" + DemonstrationDoor.PASSWORD + "}") String password) {
        this.records = records;
        this.encoder = encoder;
        this.password = password;
    }

    @Override
    public void afterSingletonsInstantiated() {
        DemonstrationStaff.SHOWN.forEach(username -> records.principal(username).ifPresent(this::check));
    }

    private void check(StaffPrincipal account) {
        if (account.isEnabled() && encoder.matches(password, account.getPassword())) {
            throw new StartupRefusedException(
                    "帐号“" + account.getUsername() + "”用的是演示口令:这是演示用的数据库,请换一个空库,或以 SPRING_PROFILES_ACTIVE=demo 启动。",
                    "The account '" + account.getUsername() + "' has the password of the demonstration: this database"
                            + " belongs to a demonstration; use an empty one, or start"
                            + " with SPRING_PROFILES_ACTIVE=demo.");
        }
    }
}
