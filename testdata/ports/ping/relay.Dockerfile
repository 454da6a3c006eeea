FROM golang:1.26
WORKDIR /src
COPY . .
RUN go install ./cmd/relay
CMD ["relay"]
