package org.bihuan;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.lumo.Lumo;
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

    /** Entry point of the production jar. */
    public static void main(String[] args) {
        SpringApplication.run(BihuanApplication.class, args);
    }
}
