package jp.kiyome.testcorpus.relay;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import jp.kiyome.testcorpus.Tool;

/** Three readers of mail that share no code with ours, nor with one another: Angus, Python's, and Perl's MIME::tools. */
final class Readers {

    static final Path PERL_TOOLS = Path.of("/usr/share/perl5/MIME/Parser.pm");

    private static final String PYTHON = """
            import sys, email, email.policy, hashlib
            def say(kind, words, data=None):
              print(kind + '\\t' + words.encode('utf-8', 'replace').hex() + '\\t' + (hashlib.sha256(data).hexdigest() if data is not None else ''))
            with open(sys.argv[1], 'rb') as f:
              m = email.message_from_binary_file(f, policy=email.policy.default)
            say('subject', str(m['subject']))
            for p in m.walk():
              if p.is_multipart():
                continue
              if p.get_filename():
                say('file', p.get_filename(), p.get_payload(decode=True) or b'')
              elif p.get_content_maintype() == 'text':
                say('text', p.get_content())
              else:
                say('file', '', p.get_payload(decode=True) or b'')
            """;

    private static final String PERL = """
            use strict; use warnings; use MIME::Parser; use MIME::Words; use Encode; use Digest::SHA;
            my $parser = MIME::Parser->new; $parser->output_to_core(1); $parser->tmp_to_core(1);
            my $mail = $parser->parse_open($ARGV[0]);
            sub say3 { print join("\\t", $_[0], unpack('H*', encode('UTF-8', $_[1])), $_[2]), "\\n"; }
            my $subject = $mail->head->get('Subject') // ''; chomp $subject;
            say3('subject', decode('MIME-Header', $subject), '');
            sub walk { my ($e) = @_;
              if ($e->parts) { walk($_) for $e->parts; return; }
              my $data = $e->bodyhandle ? $e->bodyhandle->as_string : '';
              my $name = $e->head->recommended_filename;
              if (!defined $name && $e->effective_type =~ m{^text/}) {
                my $charset = $e->head->mime_attr('content-type.charset') // 'us-ascii';
                say3('text', decode($charset, $data), '');
              } else {
                $name = defined $name ? ($name =~ /=\\?/ ? decode('MIME-Header', $name) : utf8::is_utf8($name) ? $name : decode('UTF-8', $name)) : '';
                say3('file', $name, Digest::SHA::sha256_hex($data));
              }
            }
            walk($mail);
            """;

    private Readers() {}

    static List<Leaf> python(Path mail) {
        return said(Tool.installed("python3").run(Path.of("."), "-X", "utf8", "-c", PYTHON, mail.toString()));
    }

    static List<Leaf> perl(Path mail) {
        return said(Tool.installed("perl").run(Path.of("."), "-e", PERL, mail.toString()));
    }

    private static List<Leaf> said(Tool.Said said) {
        if (said.status() != 0) {
            throw new IllegalStateException(said.text());
        }
        return said.text()
                .lines()
                .filter(line -> line.matches("(subject|text|file)\t.*"))
                .map(Leaf::of)
                .sorted()
                .toList();
    }

    static List<Leaf> angus(Path mail) {
        List<Leaf> leaves = new ArrayList<>();
        try {
            MimeMessage message = new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(Files.readAllBytes(mail)));
            leaves.add(new Leaf("subject", String.valueOf(message.getSubject()), ""));
            part(message, leaves);
        } catch (MessagingException e) {
            throw new IllegalStateException("Angus cannot read it", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return leaves.stream().sorted().toList();
    }

    private static void part(MimePart part, List<Leaf> leaves) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            MimeMultipart parts = new MimeMultipart(new MimePartDataSource(part));
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                part((MimePart) inner, leaves);
            }
            return;
        }
        String name = part.getFileName();
        byte[] bytes = new MimePartDataSource(part).getInputStream().readAllBytes();
        if (name == null && part.isMimeType("text/*")) {
            String type = part.getContentType();
            int charset = type.indexOf("charset=");
            String java = charset < 0 ? "us-ascii" : type.substring(charset + 8).replaceAll("[\";].*|\"", "");
            leaves.add(Leaf.text(new String(bytes, Charset.forName(MimeUtility.javaCharset(java.strip())))));
        } else {
            leaves.add(Leaf.file(name == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(name)), bytes));
        }
    }

    /** Writes a mail for the readers. */
    static Path written(Path folder, String name, byte[] mail) {
        try {
            return Files.write(folder.resolve(name + ".eml"), mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
