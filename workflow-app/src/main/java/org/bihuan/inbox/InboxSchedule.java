package org.bihuan.inbox;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets the feed look by itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class InboxSchedule {}
