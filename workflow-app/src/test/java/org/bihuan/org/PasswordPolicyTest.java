package org.bihuan.org;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.org.RejectedPasswordException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "short-one, TOO_SHORT",
        "三四五六七八九十一, TOO_SHORT",
        "xWang.Ming1x, CONTAINS_USERNAME",
        "PASSWORD123, TOO_COMMON",
        "woaini1314520, TOO_COMMON",
        "1111111111, TOO_COMMON",
        "1234567890, TOO_COMMON",
        "98765432109, TOO_COMMON",
        "abcdefghijkl, TOO_COMMON"
    })
    void refuses(String password, Reason reason) {
        assertThat(PasswordPolicy.objection(password, "wang.ming1")).contains(reason);
    }

    @Test
    void refusesMoreThanTheHashCanTakeIn() {
        assertThat(PasswordPolicy.objection("桥".repeat(25), "wang")).contains(Reason.TOO_LONG);
        assertThat(PasswordPolicy.objection("栈桥红瓦绿树".repeat(4), "wang")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "栈桥的浪花打湿鞋子", "k7mq-wn3x-p9rd", "1357924680"})
    void takes(String password) {
        assertThat(PasswordPolicy.objection(password + " ", "wang.ming1")).isEmpty();
    }
}
