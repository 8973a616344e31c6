package dev.amis.testing.endpoint;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;

/** Writes the SDK's own response values as EC2's XML, by the field metadata that the SDK reads them with. */
final class XmlEncoder {

    private static final String NAMESPACE = "http://ec2.amazonaws.com/doc/2016-11-15/";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private XmlEncoder() {}

    /** The answer of an EC2 action. */
    static byte[] response(String action, SdkPojo answer, String requestId) {
        return document(xml -> {
            xml.writeStartElement(action + "Response");
            xml.writeDefaultNamespace(NAMESPACE);
            leaf(xml, "requestId", requestId);
            fields(Form.EC2, xml, answer);
            xml.writeEndElement();
        });
    }

    /** The answer of an action of STS. */
    static byte[] result(String action, String namespace, Map<String, String> result, String requestId) {
        return result(action, namespace, requestId, xml -> {
            for (Map.Entry<String, String> field : result.entrySet()) {
                leaf(xml, field.getKey(), field.getValue());
            }
        });
    }

    /** The answer of an action of a service of the query protocol. */
    static byte[] result(String action, String namespace, SdkPojo result, String requestId) {
        return result(action, namespace, requestId, xml -> fields(Form.QUERY, xml, result));
    }

    /** The query protocol nests its result. */
    private static byte[] result(String action, String namespace, String requestId, Content content) {
        return document(xml -> {
            xml.writeStartElement(action + "Response");
            xml.writeDefaultNamespace(namespace);
            xml.writeStartElement(action + "Result");
            content.write(xml);
            xml.writeEndElement();
            xml.writeStartElement("ResponseMetadata");
            leaf(xml, "RequestId", requestId);
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    /** A refusal of EC2. */
    static byte[] error(WireError error, String requestId) {
        return document(xml -> {
            xml.writeStartElement("Response");
            xml.writeStartElement("Errors");
            xml.writeStartElement("Error");
            leaf(xml, "Code", error.code());
            leaf(xml, "Message", error.text());
            xml.writeEndElement();
            xml.writeEndElement();
            leaf(xml, "RequestID", requestId);
            xml.writeEndElement();
        });
    }

    /** A refusal of another service of the query protocol. */
    static byte[] queryError(WireError error, String requestId) {
        return document(xml -> {
            xml.writeStartElement("ErrorResponse");
            xml.writeStartElement("Error");
            leaf(xml, "Type", "Sender");
            leaf(xml, "Code", error.code());
            leaf(xml, "Message", error.text());
            xml.writeEndElement();
            leaf(xml, "RequestId", requestId);
            xml.writeEndElement();
        });
    }

    private static void fields(Form form, XMLStreamWriter xml, SdkPojo pojo) throws XMLStreamException {
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null) {
                value(form, xml, field, field.unmarshallLocationName(), value);
            }
        }
    }

    private static void value(Form form, XMLStreamWriter xml, SdkField<?> field, String name, Object value)
            throws XMLStreamException {
        if (value instanceof List<?> items) {
            ListTrait list = field.getTrait(ListTrait.class);
            // The 58 lists of EC2 without a name of their own for members use its usual one.
            String member = list.memberLocationName() == null ? form.member() : list.memberLocationName();
            xml.writeStartElement(name);
            for (Object item : items) {
                value(form, xml, list.memberFieldInfo(), member, item);
            }
            xml.writeEndElement();
        } else if (value instanceof SdkPojo nested) {
            xml.writeStartElement(name);
            fields(form, xml, nested);
            xml.writeEndElement();
        } else {
            leaf(xml, name, text(value));
        }
    }

    private static String text(Object value) {
        if (value instanceof Instant instant) {
            return TIME.format(instant);
        }
        if (value instanceof SdkBytes bytes) {
            return bytes.asUtf8String();
        }
        return value.toString();
    }

    private static void leaf(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static byte[] document(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            content.write(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("an answer could not be written", impossible);
        }
        return bytes.toByteArray();
    }

    /** Writes into a document that is open. */
    private interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }
}
