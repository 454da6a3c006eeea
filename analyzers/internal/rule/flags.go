package rule

import (
	"flag"
	"fmt"
	"strconv"
	"strings"
)

// Strings returns a flag value that sets *p to a comma-separated list, which is
// not nil even if there is nothing in it.
func Strings(p *[]string) flag.Value { return (*stringList)(p) }

// Ints is Strings for numbers.
func Ints(p *[]int) flag.Value { return (*intList)(p) }

// Switch returns the value of a flag that is given with or without a truth
// value, and leaves *p nil when it is not given.
func Switch(p **bool) flag.Value { return switchFlag{p} }

type switchFlag struct{ set **bool }

// String has to work on the zero value, which package flag makes.
func (s switchFlag) String() string {
	if s.set == nil || *s.set == nil {
		return ""
	}
	return strconv.FormatBool(**s.set)
}

func (s switchFlag) Set(text string) error {
	on, err := strconv.ParseBool(text)
	if err != nil {
		return fmt.Errorf("%q is not true or false", text)
	}
	*s.set = &on
	return nil
}

// IsBoolFlag says that the flag may be given without a value.
func (switchFlag) IsBoolFlag() bool { return true }

// Checked returns v with check called after every change: the vet tool has
// nobody else who would validate what its flags set.
func Checked(v flag.Value, check func() error) flag.Value { return checked{v, check} }

type checked struct {
	flag.Value
	check func() error
}

func (c checked) Set(s string) error {
	if err := c.Value.Set(s); err != nil {
		return err
	}
	return c.check()
}

// String has to work on the zero value, which package flag makes.
func (c checked) String() string {
	if c.Value == nil {
		return ""
	}
	return c.Value.String()
}

type stringList []string

func (l *stringList) String() string {
	if l == nil {
		return ""
	}
	return strings.Join(*l, ",")
}

func (l *stringList) Set(s string) error {
	*l = []string{}
	for item := range strings.SplitSeq(s, ",") {
		if item = strings.TrimSpace(item); item != "" {
			*l = append(*l, item)
		}
	}
	return nil
}

type intList []int

func (l *intList) String() string {
	if l == nil {
		return ""
	}
	s := make([]string, len(*l))
	for i, n := range *l {
		s[i] = strconv.Itoa(n)
	}
	return strings.Join(s, ",")
}

func (l *intList) Set(s string) error {
	*l = nil
	for item := range strings.SplitSeq(s, ",") {
		item = strings.TrimSpace(item)
		if item == "" {
			continue
		}
		n, err := strconv.Atoi(item)
		if err != nil {
			return fmt.Errorf("%q is not a number", item)
		}
		*l = append(*l, n)
	}
	return nil
}
