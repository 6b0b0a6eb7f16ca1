package org.bihuan.notify;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.bihuan.org.Staff;
import org.bihuan.outbox.DeliveryFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** E-mail, plain text. Mail that is sent twice after a crash has the same Message-ID, by which receivers drop doubles. */
class MailChannel implements NoticeChannel {

    static final String KEY = "mail";

    private final JavaMailSender sender;
    private final String from;

    MailChannel(JavaMailSender sender, String from) {
        this.sender = sender;
        this.from = from;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public boolean onlyUrgent() {
        return false;
    }

    @Override
    public Optional<String> address(Staff person) {
        return Optional.ofNullable(person.email()).filter(email -> !email.isBlank());
    }

    @Override
    public void send(String address, Letter letter) {
        try {
            MimeMessage mail = sender.createMimeMessage();
            var helper = new MimeMessageHelper(mail, false, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(address);
            helper.setSubject(letter.subject());
            helper.setText(letter.text());
            // No answers to a machine, and none from one.
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("Message-ID", "<" + letter.id() + "@bihuan>");
            sender.send(mail);
        } catch (MailSendException e) {
            // The server did not want this one, or there is none.
            boolean refused = Stream.of(e.getMessageExceptions()).anyMatch(SendFailedException.class::isInstance);
            throw new DeliveryFailedException(refused ? "REFUSED" : "UNREACHABLE", !refused);
        } catch (MailAuthenticationException e) {
            throw new DeliveryFailedException("AUTHENTICATION", true);
        } catch (MailParseException | MessagingException e) {
            throw new DeliveryFailedException("BAD_ADDRESS", false);
        } catch (MailException e) {
            throw new DeliveryFailedException("ERROR", true);
        }
    }
}
