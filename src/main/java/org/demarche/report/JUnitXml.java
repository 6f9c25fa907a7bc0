package org.demarche.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.demarche.report.TestCases.TestCase;

/** A test run in the XML that Jenkins, GitLab and others read. */
final class JUnitXml {

    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(TestRun run) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            new JUnitXml(xml).write(TestCases.of(run));
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text + "\n";
    }

    private void write(Map<String, List<TestCase>> suites) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("testsuites");
        attribute("name", "demarche");
        counts(suites.values().stream().flatMap(List::stream).toList());
        for (Map.Entry<String, List<TestCase>> suite : suites.entrySet()) {
            line(1);
            xml.writeStartElement("testsuite");
            attribute("name", suite.getKey());
            counts(suite.getValue());
            for (TestCase test : suite.getValue()) {
                write(suite.getKey(), test);
            }
            line(1);
            xml.writeEndElement();
        }
        line(0);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void counts(List<TestCase> tests) throws XMLStreamException {
        attribute("tests", String.valueOf(tests.size()));
        attribute(
                "failures",
                String.valueOf(tests.stream().filter(test -> !test.passed()).count()));
        attribute("errors", "0");
        attribute("skipped", "0");
        attribute("time", "0");
    }

    private void write(String suite, TestCase test) throws XMLStreamException {
        line(2);
        xml.writeStartElement("testcase");
        attribute("name", test.name());
        attribute("classname", suite);
        if (!test.at().file().isEmpty()) {
            attribute("file", test.at().file());
            attribute("line", String.valueOf(test.at().line()));
        }
        attribute("time", "0");
        if (!test.passed()) {
            line(3);
            xml.writeStartElement("failure");
            attribute("message", test.failures().get(0));
            attribute("type", "unmet");
            xml.writeCharacters(clean(test.at() + "\n" + String.join("\n", test.failures())));
            xml.writeEndElement();
            line(2);
        }
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, clean(value));
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** XML has no way to write control characters. */
    private static String clean(String text) {
        return text.codePoints()
                .filter(letter -> letter == '\t'
                        || letter == '\n'
                        || letter >= 0x20 && letter <= 0xD7FF
                        || letter >= 0xE000 && letter <= 0xFFFD
                        || letter >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
