FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build -o /out/ferry ./cmd/ferry

FROM alpine:3.22
RUN apk add --no-cache su-exec
COPY run/ferry.sh /ferry.sh
COPY --from=build /out/ferry /usr/local/bin/
EXPOSE 7300
ENTRYPOINT ["/ferry.sh"]
CMD ["ferry"]
