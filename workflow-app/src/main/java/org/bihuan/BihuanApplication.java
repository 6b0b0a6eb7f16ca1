package org.bihuan;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.lumo.Lumo;
import java.util.Arrays;
import org.bihuan.check.CheckCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts Bihuan 闭环. The packages directly below this one are the modules. */
@SpringBootApplication
@Modulithic(systemName = "Bihuan", sharedModules = "casefile")
@Push
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("context://bihuan.css")
public class BihuanApplication implements AppShellConfigurator {

    /** Entry point of the production jar; {@code check} as the first word checks the database and ends. */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("check")) {
            System.exit(CheckCommand.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        SpringApplication.run(BihuanApplication.class, args);
    }
}
