package org.bihuan.engine;

import java.io.CharArrayReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads models: the only place of the program that parses XML from outside. UTF-8 only, no DOCTYPE and so no entities,
 * no processing instructions, and no more than a model needs of size, depth and elements. Nothing is ever fetched.
 */
public final class ModelXml {

    public static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    public static final String BPMN_DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";

    /** Bytes. */
    public static final int LARGEST = 1024 * 1024;

    private static final int DEEPEST = 40;

    private static final int MOST_ELEMENTS = 20_000;

    private static final Pattern DECLARATION =
            Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']*)[\"'][^>]*\\?>");

    private ModelXml() {}

    /**
     * Reads a model.
     *
     * @throws BadModelException when it is no XML that this program takes; says on which line
     */
    public static XmlElement read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new BadModelException(ModelRule.TOO_LARGE, 0, String.valueOf(LARGEST / 1024));
        }
        CharBuffer text = decode(bytes);
        var declared = DECLARATION.matcher(text);
        if (declared.find() && !declared.group(1).toLowerCase(Locale.ROOT).equals("utf-8")) {
            throw new BadModelException(ModelRule.NOT_UTF8, 1, declared.group(1));
        }
        var tree = new Tree();
        try {
            var factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            reader.setContentHandler(tree);
            reader.setErrorHandler(tree);
            reader.setEntityResolver(tree);
            // From characters: what the file says about its encoding has been looked at and counts no more.
            reader.parse(new InputSource(new CharArrayReader(text.array(), 0, text.limit())));
        } catch (SAXParseException e) {
            boolean doctype = String.valueOf(e.getMessage()).contains("DOCTYPE");
            throw new BadModelException(
                    doctype ? ModelRule.DOCTYPE : ModelRule.NOT_XML, Math.max(e.getLineNumber(), 0), "");
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new BadModelException(ModelRule.NOT_XML, 0, "");
        }
        return tree.root();
    }

    private static CharBuffer decode(byte[] bytes) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
                text = CharBuffer.wrap(
                        text.subSequence(1, text.length()).toString().toCharArray());
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new BadModelException(ModelRule.NOT_UTF8, 0, "");
        }
    }

    private static final class Tree extends DefaultHandler {

        private final Deque<XmlElement> open = new ArrayDeque<>();
        private @Nullable Locator locator;
        private @Nullable XmlElement root;
        private int elements;

        private XmlElement root() {
            if (root == null) {
                throw new BadModelException(ModelRule.NOT_XML, 0, "");
            }
            return root;
        }

        private int line() {
            return locator == null ? 0 : locator.getLineNumber();
        }

        @Override
        public void setDocumentLocator(Locator given) {
            locator = given;
        }

        @Override
        public void startElement(String namespace, String name, String qualified, Attributes attributes) {
            elements++;
            if (open.size() >= DEEPEST) {
                throw new BadModelException(ModelRule.TOO_DEEP, line(), String.valueOf(DEEPEST));
            }
            if (elements > MOST_ELEMENTS) {
                throw new BadModelException(ModelRule.TOO_MANY_ELEMENTS, line(), String.valueOf(MOST_ELEMENTS));
            }
            XmlElement parent = open.peek();
            var element = new XmlElement(namespace, name, line(), parent);
            for (int i = 0; i < attributes.getLength(); i++) {
                element.add(new XmlElement.Attribute(
                        attributes.getURI(i), attributes.getLocalName(i), attributes.getValue(i)));
            }
            if (parent == null) {
                root = element;
            } else {
                parent.add(element);
            }
            open.push(element);
        }

        @Override
        public void endElement(String namespace, String name, String qualified) {
            open.pop();
        }

        @Override
        public void characters(char[] characters, int from, int length) {
            XmlElement element = open.peek();
            if (element != null) {
                element.append(characters, from, length);
            }
        }

        @Override
        public void processingInstruction(String target, String data) {
            throw new BadModelException(ModelRule.PROCESSING_INSTRUCTION, line(), target);
        }

        @Override
        public InputSource resolveEntity(@Nullable String publicId, String systemId) {
            throw new BadModelException(ModelRule.DOCTYPE, line(), "");
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
