package org.bihuan.notify.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.bihuan.notify.Manner;
import org.bihuan.notify.NoticeChannel;
import org.bihuan.notify.NoticeSettings;
import org.bihuan.notify.Preferences;
import org.bihuan.notify.Preferences.Choice;
import org.bihuan.notify.Topic;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.OwnContact;
import org.bihuan.org.RefusedException;

/** 通知设置: what reaches the person outside of the program, by which way and when. */
@Route("account/notices")
class NoticeSettingsView extends Div implements HasDynamicTitle {

    private final transient NoticeSettings settings;
    private final transient OwnContact contact;
    private final EmailField email = new EmailField();
    private final Map<Choice, Select<Manner>> manners = new LinkedHashMap<>();
    private final TimePicker quietFrom = time("notify.quiet.from");
    private final TimePicker quietTo = time("notify.quiet.to");
    private final Checkbox urgentAlways = new Checkbox();
    private final MultiSelectComboBox<LocalTime> digestTimes = new MultiSelectComboBox<>();
    private final Select<String> language = new Select<>();

    NoticeSettingsView(NoticeSettings settings, OwnContact contact, CurrentUser user) {
        this.settings = settings;
        this.contact = contact;
        addClassNames("bihuan-narrow", "notify-settings");
        Preferences own = settings.own();
        add(new H1(getPageTitle()), address(user), ways(own), times(own), save());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notify.settings");
    }

    private Div address(CurrentUser user) {
        email.setLabel(getTranslation("notify.email"));
        email.setHelperText(getTranslation("notify.email.help"));
        email.setMaxLength(100);
        email.setWidthFull();
        email.setManualValidation(true);
        String known = user.require().email();
        email.setValue(known == null ? "" : known);
        return card("notify.email.title", email);
    }

    private Div ways(Preferences own) {
        List<NoticeChannel> channels = settings.channels();
        Div card = card("notify.ways");
        card.add(new Paragraph(getTranslation(channels.isEmpty() ? "notify.ways.none" : "notify.ways.help")));
        for (NoticeChannel channel : channels) {
            var group = new Div();
            group.addClassName("notify-ways");
            for (Topic topic : Topic.values()) {
                var select = new Select<Manner>();
                select.setLabel(getTranslation("notify.topic." + topic) + " · " + channelName(channel.key()));
                select.setItems(manners(topic));
                select.setItemLabelGenerator(manner -> getTranslation("notify.manner." + manner));
                select.setValue(own.manner(topic, channel));
                manners.put(new Choice(topic, channel.key()), select);
                group.add(select);
            }
            card.add(group);
        }
        return card;
    }

    /** Urgent notices are never collected. */
    private static List<Manner> manners(Topic topic) {
        return topic == Topic.URGENT ? List.of(Manner.AT_ONCE, Manner.OFF) : List.of(Manner.values());
    }

    /** Messengers and gateways are called as the operator named them. */
    private String channelName(String key) {
        return key.equals("mail") ? getTranslation("notify.channel.mail") : key.toUpperCase(Locale.ROOT);
    }

    private Div times(Preferences own) {
        quietFrom.setValue(own.quietFrom());
        quietTo.setValue(own.quietTo());
        urgentAlways.setLabel(getTranslation("notify.quiet.urgent"));
        urgentAlways.setValue(own.urgentAlways());
        digestTimes.setLabel(getTranslation("notify.digest.times"));
        digestTimes.setHelperText(getTranslation("notify.digest.help", Preferences.MOST_DIGESTS));
        var offered = new ArrayList<LocalTime>(own.digestTimes());
        IntStream.range(0, 48)
                .mapToObj(half -> LocalTime.MIN.plusMinutes(30L * half))
                .forEach(offered::add);
        digestTimes.setItems(offered.stream().distinct().sorted().toList());
        digestTimes.setItemLabelGenerator(LocalTime::toString);
        digestTimes.setValue(own.digestTimes());
        digestTimes.setManualValidation(true);
        language.setLabel(getTranslation("notify.language"));
        language.setItems("zh", "en");
        language.setItemLabelGenerator(code -> code.equals("zh") ? "中文" : "English");
        language.setValue(own.language());
        var quiet = new Div(quietFrom, quietTo);
        quiet.addClassName("notify-ways");
        return card("notify.times", quiet, urgentAlways, digestTimes, language);
    }

    private Div save() {
        var save = new Button(getTranslation("notify.save"), click -> store());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var actions = new Div(save);
        actions.addClassName("bihuan-actions");
        return actions;
    }

    private void store() {
        if (!complete()) {
            return;
        }
        var choices = new LinkedHashMap<Choice, Manner>();
        manners.forEach((choice, select) -> choices.put(choice, select.getValue()));
        var chosen = new Preferences(
                quietFrom.getValue(),
                quietTo.getValue(),
                urgentAlways.getValue(),
                List.copyOf(digestTimes.getValue()),
                language.getValue(),
                choices);
        try {
            contact.email(email.getValue());
        } catch (RefusedException e) {
            email.setErrorMessage(getTranslation(e.messageKey()));
            email.setInvalid(true);
            email.focus();
            return;
        }
        settings.choose(chosen);
        Notification.show(getTranslation("notify.saved"));
    }

    private boolean complete() {
        email.setInvalid(false);
        boolean complete = true;
        for (TimePicker picker : List.of(quietFrom, quietTo)) {
            picker.setInvalid(picker.isEmpty());
            picker.setErrorMessage(getTranslation("notify.missing"));
            complete &= !picker.isEmpty();
        }
        int digests = digestTimes.getValue().size();
        boolean fits = digests >= 1 && digests <= Preferences.MOST_DIGESTS;
        digestTimes.setErrorMessage(getTranslation("notify.digest.count", Preferences.MOST_DIGESTS));
        digestTimes.setInvalid(!fits);
        return complete && fits;
    }

    private TimePicker time(String key) {
        var picker = new TimePicker(getTranslation(key));
        picker.setStep(Duration.ofMinutes(30));
        picker.setLocale(Locale.CHINA);
        picker.setManualValidation(true);
        return picker;
    }

    private Div card(String title, Component... contents) {
        var card = new Div(new H2(getTranslation(title)));
        card.add(contents);
        card.addClassName("bihuan-card");
        return card;
    }
}
