package dev.amis.house;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One public type and what its users can reach in it, also what it inherits from a class or interface that they cannot
 * see, such as a generated builder.
 */
final class ApiType {

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    private final Class<?> type;

    ApiType(Class<?> type) {
        this.type = type;
    }

    static boolean isPublic(Class<?> type) {
        boolean open = Modifier.isPublic(type.getModifiers()) || isOpenProtected(type);
        return open && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }

    private static boolean isOpenProtected(Class<?> type) {
        return Modifier.isProtected(type.getModifiers())
                && !Modifier.isFinal(type.getEnclosingClass().getModifiers());
    }

    /** The type and its members, one line each, every line beginning with the type's name. */
    Stream<String> lines() {
        String name = type.getCanonicalName() + ": ";
        return Stream.concat(
                Stream.of(name + declaration()),
                Stream.of(constructors(), fields(), methods())
                        .flatMap(members -> members)
                        .sorted()
                        .map(member -> name + "  " + member));
    }

    private String declaration() {
        int shown = Modifier.ABSTRACT | Modifier.FINAL | Modifier.PROTECTED | Modifier.STATIC;
        int implied = type.isInterface() ? Modifier.ABSTRACT : isRecordOrEnum() ? Modifier.FINAL : 0;
        return modifiers(type.getModifiers() & shown & ~implied)
                + (type.isSealed() ? "sealed " : "")
                + kind()
                + TypeText.variables(type.getTypeParameters())
                + (type.isRecord() ? "(" + components() + ")" : "")
                + supertypes()
                + deprecated(type.isAnnotationPresent(Deprecated.class));
    }

    private String kind() {
        if (type.isAnnotation()) {
            return "@interface";
        }
        if (type.isInterface()) {
            return "interface";
        }
        return type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
    }

    private boolean isRecordOrEnum() {
        return type.isRecord() || type.isEnum();
    }

    private String components() {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> TypeText.of(component.getGenericType()) + " " + component.getName())
                .collect(Collectors.joining(", "));
    }

    private String supertypes() {
        Type parent = type.isInterface() || isRecordOrEnum() ? Object.class : visibleParent();
        Type[] interfaces = hierarchy().stream()
                .flatMap(source -> Arrays.stream(source.getGenericInterfaces()))
                .filter(seen -> isPublic(raw(seen)))
                .distinct()
                .toArray(Type[]::new);
        return (parent == Object.class ? "" : " extends " + TypeText.of(parent))
                + TypeText.list(type.isInterface() ? " extends " : " implements ", interfaces, "");
    }

    private Type visibleParent() {
        Class<?> at = type;
        while (!isPublic(at.getSuperclass())) {
            at = at.getSuperclass();
        }
        return at.getGenericSuperclass();
    }

    private Stream<String> constructors() {
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(this::isReachable)
                .filter(constructor -> !isCanonical(constructor))
                .map(constructor -> access(constructor.getModifiers())
                        + type.getSimpleName()
                        + parameters(constructor)
                        + TypeText.list(" throws ", constructor.getGenericExceptionTypes(), "")
                        + deprecated(constructor.isAnnotationPresent(Deprecated.class)));
    }

    private boolean isCanonical(Constructor<?> constructor) {
        return type.isRecord()
                && Arrays.equals(
                        constructor.getParameterTypes(),
                        Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getType)
                                .toArray());
    }

    private Stream<String> fields() {
        return hierarchy().stream()
                .flatMap(source -> Arrays.stream(source.getDeclaredFields()))
                .filter(this::isReachable)
                .map(field -> access(field.getModifiers())
                        + modifiers(field.getModifiers() & (Modifier.STATIC | Modifier.FINAL))
                        + TypeText.of(field.getGenericType()) + " " + field.getName()
                        + deprecated(field.isAnnotationPresent(Deprecated.class)));
    }

    private Stream<String> methods() {
        Map<String, Method> bySignature = new LinkedHashMap<>();
        hierarchy().stream()
                .flatMap(source -> Arrays.stream(source.getDeclaredMethods()))
                .filter(method -> isReachable(method) && !isOfEveryObject(method))
                .forEach(method -> bySignature.putIfAbsent(
                        method.getName() + Arrays.toString(method.getParameterTypes()), method));
        return bySignature.values().stream().map(this::text);
    }

    private String text(Method method) {
        String variables = TypeText.variables(method.getTypeParameters());
        return access(method.getModifiers())
                + (method.isDefault() ? "default " : "")
                + modifiers(method.getModifiers() & (Modifier.STATIC | Modifier.ABSTRACT))
                + (variables.isEmpty() ? "" : variables + " ")
                + TypeText.of(method.getGenericReturnType())
                + " "
                + method.getName()
                + parameters(method)
                + TypeText.list(" throws ", method.getGenericExceptionTypes(), "")
                + deprecated(method.isAnnotationPresent(Deprecated.class));
    }

    /** The type itself and its supertypes that users cannot see, nearest first. */
    private List<Class<?>> hierarchy() {
        List<Class<?>> found = new ArrayList<>(List.of(type));
        for (int i = 0; i < found.size(); i++) {
            Class<?> at = found.get(i);
            Stream.concat(Stream.ofNullable(at.getSuperclass()), Arrays.stream(at.getInterfaces()))
                    .filter(parent -> !isPublic(parent) && !found.contains(parent))
                    .forEach(found::add);
        }
        return found;
    }

    private boolean isReachable(Constructor<?> constructor) {
        return !constructor.isSynthetic() && isReachable(constructor.getModifiers());
    }

    private boolean isReachable(Field field) {
        return !field.isSynthetic() && isReachable(field.getModifiers());
    }

    private boolean isReachable(Method method) {
        return !method.isSynthetic() && isReachable(method.getModifiers());
    }

    private boolean isReachable(int modifiers) {
        return Modifier.isPublic(modifiers)
                || (Modifier.isProtected(modifiers) && !Modifier.isFinal(type.getModifiers()));
    }

    private static boolean isOfEveryObject(Method method) {
        return OF_EVERY_OBJECT.contains(method.getName())
                && Arrays.stream(method.getParameterTypes()).allMatch(Object.class::equals);
    }

    private static String parameters(Executable code) {
        String text = "(" + TypeText.list("", code.getGenericParameterTypes(), "") + ")";
        return code.isVarArgs() ? text.replaceFirst("\\[]\\)$", "...)") : text;
    }

    private static String access(int modifiers) {
        return Modifier.isProtected(modifiers) ? "protected " : "";
    }

    private static String modifiers(int modifiers) {
        return modifiers == 0 ? "" : Modifier.toString(modifiers) + " ";
    }

    private static String deprecated(boolean yes) {
        return yes ? " @Deprecated" : "";
    }

    private static Class<?> raw(Type type) {
        return type instanceof java.lang.reflect.ParameterizedType generic
                ? (Class<?>) generic.getRawType()
                : (Class<?>) type;
    }
}
