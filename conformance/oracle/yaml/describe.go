package main

import (
	"encoding/base64"
	"encoding/json"
	"reflect"
	"sort"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// describe turns a value into JSON that loses nothing: a number keeps its digits and its kind, a time is not a string,
// a mapping keeps keys that are no strings. null is JSON's null; everything else is an object with the kind as key.
func describe(value reflect.Value) any {
	if !value.IsValid() {
		return nil
	}

	switch special := value.Interface().(type) {
	case time.Time:
		return kind("time", special.Format(time.RFC3339Nano))
	case time.Duration:
		return kind("duration", strconv.FormatInt(int64(special), 10))
	}

	switch value.Kind() {
	case reflect.Interface, reflect.Pointer:
		if value.IsNil() {
			return nil
		}

		return describe(value.Elem())
	case reflect.String:
		if text := value.String(); utf8.ValidString(text) {
			return kind("str", text)
		}

		return kind("bytes", base64.StdEncoding.EncodeToString([]byte(value.String())))
	case reflect.Bool:
		return kind("bool", value.Bool())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return kind("int", strconv.FormatInt(value.Int(), 10))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return kind("int", strconv.FormatUint(value.Uint(), 10))
	case reflect.Float32, reflect.Float64:
		return kind("float", strconv.FormatFloat(value.Float(), 'g', -1, 64))
	case reflect.Slice:
		return describeList(value)
	case reflect.Map:
		return describeMap(value)
	case reflect.Struct:
		return describeStruct(value)
	default:
		return kind("unknown", value.Type().String())
	}
}

func describeList(value reflect.Value) any {
	if value.IsNil() {
		return nil
	}

	items := make([]any, 0, value.Len())
	for i := range value.Len() {
		items = append(items, describe(value.Index(i)))
	}

	return kind("list", items)
}

// describeMap lists the entries in the order of their keys' JSON text, because Go's maps have no order of their own.
func describeMap(value reflect.Value) any {
	if value.IsNil() {
		return nil
	}

	type entry struct {
		order string
		pair  []any
	}

	entries := make([]entry, 0, value.Len())

	// Not by key: a key that is no number does not even equal itself.
	for each := value.MapRange(); each.Next(); {
		described := describe(each.Key())
		order, _ := json.Marshal(described) //nolint:errcheck // what describe returns can always be written

		entries = append(entries, entry{string(order), []any{described, describe(each.Value())}})
	}

	sort.Slice(entries, func(i, j int) bool { return entries[i].order < entries[j].order })

	pairs := make([]any, 0, len(entries))
	for _, entry := range entries {
		pairs = append(pairs, entry.pair)
	}

	return kind("map", pairs)
}

func describeStruct(value reflect.Value) any {
	fields := map[string]any{}

	for i := range value.NumField() {
		name, _, _ := strings.Cut(value.Type().Field(i).Tag.Get("yaml"), ",")
		fields[name] = describe(value.Field(i))
	}

	return kind("struct", fields)
}

func kind(name string, value any) any { return map[string]any{name: value} }
