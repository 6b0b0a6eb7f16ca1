package org.bihuan.demo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bihuan.org.SignInRecords;
import org.bihuan.org.StaffPrincipal;
import org.bihuan.org.StaffService;
import org.bihuan.security.DemonstrationAccounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Tells the login page which accounts of the demonstration there are, one for every role. */
@Component
@Profile("demo")
class DemonstrationDoor implements DemonstrationAccounts {

    static final String PASSWORD = "bihuan-demo-2026";

    private final SignInRecords records;
    private final StaffService staff;
    private final String password;

    DemonstrationDoor(
            SignInRecords records,
            StaffService staff,
            @Value("${bihuan.demo.password:" + PASSWORD + "}") String password) {
        this.records = records;
        this.staff = staff;
        this.password = password;
    }

    @Override
    public List<Account> accounts() {
        return DemonstrationStaff.SHOWN.stream()
                .map(records::principal)
                .flatMap(Optional::stream)
                .flatMap(this::accounts)
                .toList();
    }

    private Stream<Account> accounts(StaffPrincipal principal) {
        return staff.find(principal.staffId()).stream()
                .flatMap(person -> staff.postsOf(person.id()).stream()
                        .map(post -> new Account(person.username(), person.name(), post.role(), post.unitName())));
    }

    @Override
    public String password() {
        return password;
    }
}
