package dev.amis.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page as an XML parser reads it. */
record Page(Document document) {

    static Page of(String html) {
        try {
            DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            parser.setErrorHandler(null);
            return new Page(parser.parse(new InputSource(new StringReader(html))));
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new AssertionError(html, broken);
        }
    }

    /** All elements, in their order. */
    List<Element> elements() {
        return below(document.getElementsByTagName("*")).toList();
    }

    /** The element with the id. */
    Element byId(String id) {
        return elements().stream()
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no element has the id " + id));
    }

    boolean has(String id) {
        return elements().stream()
                .anyMatch(element -> element.getAttribute("id").equals(id));
    }

    /** The texts of the elements of that name and class inside of the one with the id. */
    List<String> texts(String id, String name, String style) {
        return below(byId(id).getElementsByTagName(name))
                .filter(element -> element.getAttribute("class").equals(style))
                .map(Element::getTextContent)
                .toList();
    }

    private static Stream<Element> below(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
    }
}
