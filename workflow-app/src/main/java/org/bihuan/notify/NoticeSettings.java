package org.bihuan.notify;

import java.util.List;
import org.bihuan.org.CurrentUser;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the current user wants to hear of things. */
@Service
@Transactional
@PreAuthorize("@rights.may('account.own')")
public class NoticeSettings {

    private final PreferenceStore store;
    private final NoticeChannels channels;
    private final CurrentUser user;

    NoticeSettings(PreferenceStore store, NoticeChannels channels, CurrentUser user) {
        this.store = store;
        this.channels = channels;
        this.user = user;
    }

    @Transactional(readOnly = true)
    public Preferences own() {
        return store.of(user.require().id());
    }

    /** Ways out of the program that the operator opened. */
    @Transactional(readOnly = true)
    public List<NoticeChannel> channels() {
        return channels.all();
    }

    /** Holds from the next message on, also for notices that were collected before. */
    public void choose(Preferences chosen) {
        store.put(user.require().id(), chosen);
    }
}
